"""The slice as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "shubbak.archive"
    label = "archive"
