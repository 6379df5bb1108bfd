"""The slice as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "shubbak.visits"
    label = "visits"
