"""The slice as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "shubbak.insight"
    label = "insight"
