"""Misses: wrong passwords and wrong tracking codes, counted so that guessing stops."""

from __future__ import annotations

from django.db import models


class Miss(models.Model):
    """How often one subject missed at one door since `since`; held off until `held_until`.

    The subject is a digest: the table names neither a person nor an address, and counts for names that do not exist
    just as for those that do.
    """

    key = models.BinaryField(max_length=32, primary_key=True)
    count = models.PositiveIntegerField()
    since = models.DateTimeField()
    held_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["since"], name="miss_since")]

    def __str__(self) -> str:
        return bytes(self.key).hex()[:8]
