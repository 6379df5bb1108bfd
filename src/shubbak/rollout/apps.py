"""The slice as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class RolloutConfig(AppConfig):
    name = "shubbak.rollout"
    label = "rollout"
