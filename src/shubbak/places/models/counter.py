"""The last number given in a series: the row that makes numbers gapless."""

from __future__ import annotations

from django.db import models


class Counter(models.Model):
    """One counter for each unit, series and year. A trigger lets `last` only grow by one and never lets a row go."""

    pk = models.CompositePrimaryKey("unit_id", "series", "year")
    unit = models.ForeignKey("places.Unit", models.PROTECT, db_index=False, related_name="+")
    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(last__gte=1), name="counter_starts_at_one")]

    def __str__(self) -> str:
        return f"{self.unit_id}/{self.series}/{self.year}"
