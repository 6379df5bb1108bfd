"""A cashier's drawer, from opening to closing."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from shubbak.kernel.ids import uuid7


class Drawer(models.Model):
    """One shift of one cashier. Amounts in piastres; counts are `{denomination in piastres: how many}`.

    `opening` is the float counted in; at closing `counted` is what lies there and `expected` the float and the cash
    collected. A difference needs its reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff_id = models.UUIDField()
    unit = models.CharField(max_length=40)
    governorate = models.CharField(max_length=2, blank=True)
    opened_at = models.DateTimeField()
    opening = models.BigIntegerField()
    opening_count: models.JSONField[dict[str, int]] = models.JSONField(default=dict)
    closed_at = models.DateTimeField(null=True)
    expected = models.BigIntegerField(null=True)
    counted = models.BigIntegerField(null=True)
    closing_count: models.JSONField[dict[str, int]] = models.JSONField(default=dict)
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staff_id"], condition=Q(closed_at__isnull=True), name="payments_one_open_drawer"
            ),
            models.CheckConstraint(condition=Q(opening__gte=0), name="payments_drawer_opening"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, counted__isnull=True, expected__isnull=True)
                | Q(closed_at__isnull=False, counted__gte=0, expected__gte=0),
                name="payments_drawer_closed_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(counted=F("expected")) | ~Q(reason=""),
                name="payments_drawer_difference_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-opened_at"], name="payments_drawer_unit")]

    def __str__(self) -> str:
        return f"{self.unit} {self.opened_at:%Y-%m-%d}"

    @property
    def difference(self) -> int:
        """Surplus (positive) or shortage (negative) in piastres; zero while open."""
        return (self.counted or 0) - (self.expected or 0)
