"""Tell one working day of one place."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ..models import FilledDay
from ..story import Story


@transaction.atomic
def tell_day(*, story: Story, number: int, day: date) -> None:
    """Everything that happens at a place on its `number`-th day, and the mark that it is told: all of it or nothing."""
    story.play(number, day)
    FilledDay.objects.create(unit_id=story.place.code, number=number, day=day)
