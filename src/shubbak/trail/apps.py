"""The trail slice."""

from __future__ import annotations

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """`append_only` names the tables on which the application's role may only select and insert."""

    name = "shubbak.trail"
    label = "trail"
    default_auto_field = "django.db.models.BigAutoField"
    append_only: tuple[str, ...] = ("trail_entry", "trail_seal", "trail_node")
