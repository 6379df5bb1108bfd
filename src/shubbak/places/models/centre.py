"""A technology centre, fixed or mobile, and its windows."""

from __future__ import annotations

from datetime import time

from django.db import models

from shubbak.kernel.ids import uuid7


class CentreKind(models.TextChoices):
    """Whether a centre stands or travels."""

    FIXED = "fixed"
    VAN = "van"


class Centre(models.Model):
    """Where citizens are received for a unit. Hours are of Cairo; a centre is open on working days only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey("places.Unit", models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=8, choices=CentreKind.choices)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    opens_at = models.TimeField(default=time(9))
    closes_at = models.TimeField(default=time(14))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "name_ar"], name="centre_named_once_in_a_unit"),
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("closes_at")), name="centre_opens_before_it_closes"
            ),
        ]

    def __str__(self) -> str:
        return self.name_ar


class Window(models.Model):
    """One window (شباك) of a centre."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    centre = models.ForeignKey(Centre, models.PROTECT, db_index=False, related_name="windows")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["centre", "number"], name="window_numbered_once_in_a_centre")]

    def __str__(self) -> str:
        return str(self.number)
