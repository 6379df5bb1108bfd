"""The slice as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "shubbak.notices"
    label = "notices"
