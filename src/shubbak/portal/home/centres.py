"""Where people are received: the local units of each governorate, and which days are worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shubbak.kernel import clock
from shubbak.places.queries import Holiday, PlaceView, calendar, units

RECEIVING = ("seat", "district", "city", "markaz", "new_city")
_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Days:
    """Whether offices are open today, when they are next, and which holidays are near."""

    open_today: bool
    next_day: date
    holidays: tuple[Holiday, ...]


def working_days() -> Days:
    """Today as the working calendar sees it."""
    today, known = clock.today(), calendar()
    coming = [*known.holidays(today.year), *known.holidays(today.year + 1)]
    near = tuple(one for one in coming if today <= one.date <= today + _AHEAD)
    return Days(known.is_working(today), known.next_working(today), near)


def by_governorate() -> list[tuple[PlaceView, list[PlaceView]]]:
    """Each governorate with the units in it that receive people, in the order of their codes."""
    receiving: dict[str, list[PlaceView]] = {}
    for unit in units():
        if unit.kind in RECEIVING:
            receiving.setdefault(unit.governorate, []).append(unit)
    return [(place, receiving[place.code]) for place in units("governorate") if place.code in receiving]
