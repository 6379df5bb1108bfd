"""A published version of a service."""

from __future__ import annotations

from django.db import models


class ServiceVersion(models.Model):
    """What a service was from `published_at` on. A published version never changes: a trigger refuses it."""

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey("catalogue.Service", on_delete=models.PROTECT, db_index=False, related_name="+")
    number = models.PositiveIntegerField()
    tree: models.JSONField[dict[str, object]] = models.JSONField()
    digest = models.BinaryField(max_length=32)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "number"], name="catalogue_version_number")]

    def __str__(self) -> str:
        return f"{self.service_id} v{self.number}"
