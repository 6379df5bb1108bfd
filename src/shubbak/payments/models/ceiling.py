"""Which means are lawful for which amounts."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ..states import Means


class Ceiling(models.Model):
    """From one piastre above `above`, only `means` are lawful, until a higher row speaks. Amounts in piastres.

    The rows are data that an administrator edits when a decree changes; dates say when each is in force.
    """

    above = models.BigIntegerField()
    means = ArrayField(models.CharField(max_length=12, choices=Means.choices))
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["above", "effective_from"], name="payments_ceiling_once"),
            models.CheckConstraint(condition=Q(above__gte=0), name="payments_ceiling_above"),
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gte=F("effective_from")),
                name="payments_ceiling_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"> {self.above}: {', '.join(self.means)}"
