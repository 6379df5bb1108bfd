"""Tell one working day of one town."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ..models import FilledDay
from ..story import Story


@transaction.atomic
def tell_day(*, story: Story, number: int, day: date) -> None:
    """Everything that happens in a town on its `number`-th day, and the mark that it was told: all of it or nothing."""
    story.play(number, day)
    FilledDay.objects.create(unit_id=story.town.code, number=number, day=day)
