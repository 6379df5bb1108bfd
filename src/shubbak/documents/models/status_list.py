"""A list of the states of signed papers."""

from __future__ import annotations

from django.db import models

from shubbak.kernel import clock


class StatusList(models.Model):
    """131,072 places of two bits each, given to papers at random so that a place tells nothing of number or day.

    The list holds no bits: they are read from the papers. `id` is "<governorate>-<serial>", for example "04-1".
    """

    id = models.CharField(primary_key=True, max_length=12, db_collation="C")
    governorate = models.CharField(max_length=2)
    serial = models.PositiveIntegerField()
    opened_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["governorate", "serial"], name="documents_status_list_serial"),
        ]

    def __str__(self) -> str:
        return self.id
