"""A folder of services that was read."""

from __future__ import annotations

from django.db import models


class FolderReading(models.Model):
    """Loading files of this `digest` left the catalogue in this `state`: while that stands, nothing is to load."""

    digest = models.BinaryField(max_length=32, primary_key=True)
    state = models.BinaryField(max_length=32)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return bytes(self.digest).hex()[:12]
