"""The slice as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "shubbak.correspondence"
    label = "correspondence"
