"""A service the municipality offers."""

from __future__ import annotations

from django.db import models


class Service(models.Model):
    """One service by its key. `current` is the version that new requests begin with; none when it was withdrawn."""

    key = models.CharField(max_length=64, primary_key=True)
    current = models.ForeignKey("catalogue.ServiceVersion", on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.key
