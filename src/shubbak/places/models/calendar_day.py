"""A day that a decision made working or free, against the ordinary calendar."""

from __future__ import annotations

from django.db import models


class CalendarDay(models.Model):
    """One override. `source` names the decision that moved the day."""

    date = models.DateField(primary_key=True)
    is_working = models.BooleanField()
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["changed_at"], name="calendar_day_changed_at")]

    def __str__(self) -> str:
        return self.date.isoformat()
