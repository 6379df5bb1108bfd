"""How far the invented world is told."""

from __future__ import annotations

from django.db import models


class FilledDay(models.Model):
    """One working day of one unit, told whole: committed together with everything that happened on it."""

    unit = models.ForeignKey("places.Unit", on_delete=models.CASCADE, db_index=False, related_name="+")
    number = models.PositiveSmallIntegerField()
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "number"], name="demo_day_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day}"
