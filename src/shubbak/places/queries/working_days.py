"""The working calendar: Sunday to Thursday, less the national holidays, as moved by decisions."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import holidays
from django.db.models import Count, Max

from ..models import CalendarDay

FRIDAY, SATURDAY = 4, 5
STALE_SECONDS = 60
_DAY = timedelta(days=1)
_COUNTED = 10_000
"""So many counts of worked days are kept in mind: lists ask for the same few again and again."""


@dataclass(frozen=True, slots=True)
class Override:
    """What a decision made of a day."""

    is_working: bool
    name_ar: str
    name_en: str
    source: str


@dataclass(frozen=True, slots=True)
class DecidedDay:
    """A day that a decision made worked or free."""

    date: date
    is_working: bool
    name_ar: str
    name_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off: `estimated` when it hangs on the moon, `source` when a decision made it."""

    date: date
    name_ar: str
    name_en: str
    estimated: bool
    source: str


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Answers which days are worked, from memory."""

    overrides: Mapping[date, Override] = field(default_factory=dict)
    _counted: dict[tuple[date, date], int] = field(default_factory=dict, compare=False, repr=False)

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`: a decision first, then the week, then the national holidays."""
        decided = self.overrides.get(day)
        if decided is not None:
            return decided.is_working
        return day.weekday() not in (FRIDAY, SATURDAY) and day not in _ARABIC

    def next_working(self, day: date) -> date:
        """`day` itself when it is worked, else the first worked day after it."""
        while not self.is_working(day):
            day += _DAY
        return day

    def add_working(self, day: date, n: int) -> date:
        """The n-th worked day after `day`, which itself never counts; for n = 0 `day` itself."""
        if n < 0:
            raise ValueError("working days are added, never taken away")
        while n:
            day += _DAY
            n -= self.is_working(day)
        return day

    def working_between(self, start: date, end: date) -> int:
        """Worked days after `start` up to and with `end`; negative when `end` lies before `start`."""
        if end < start:
            return -self.working_between(end, start)
        known = self._counted.get((start, end))  # asked once: another thread may clear what is kept
        if known is None:
            if len(self._counted) > _COUNTED:
                self._counted.clear()
            known = sum(self.is_working(start + _DAY * i) for i in range(1, (end - start).days + 1))
            self._counted[start, end] = known
        return known

    def holidays(self, year: int) -> list[Holiday]:
        """The days off of a year beside the weekends, in order, with what decisions added and took away."""
        national = {day: _national(day) for day in holidays.country_holidays("EG", years=year)}
        decided = {day: o for day, o in self.overrides.items() if day.year == year}
        added = {day: Holiday(day, o.name_ar, o.name_en, False, o.source) for day, o in decided.items()}
        both = {**national, **added}
        return [both[day] for day in sorted(both) if day not in decided or not decided[day].is_working]


_ARABIC = holidays.country_holidays("EG", language="ar_EG")
_ENGLISH = holidays.country_holidays("EG", language="en_US")


def _national(day: date) -> Holiday:
    arabic, english = _ARABIC[day], _ENGLISH[day]
    names = arabic.replace("(تقديري)", "").strip(), english.replace("(estimated)", "").strip()
    return Holiday(day, *names, estimated="(estimated)" in english, source="")


_calendar: WorkingCalendar | None = None
_version: tuple[int, datetime | None] = (0, None)
_checked = 0.0


def calendar() -> WorkingCalendar:
    """The calendar of this process; asks at most once a minute whether a decision moved a day."""
    global _calendar, _version, _checked
    if _calendar is None or time.monotonic() - _checked > STALE_SECONDS:
        found = CalendarDay.objects.aggregate(n=Count("pk"), last=Max("changed_at"))
        version = (found["n"], found["last"])
        if _calendar is None or version != _version:
            _calendar, _version = WorkingCalendar(_overrides() if found["n"] else {}), version
        _checked = time.monotonic()
    return _calendar


def decided_since(at: datetime) -> tuple[DecidedDay, ...]:
    """The days decided upon at that moment or later, in their order."""
    rows = CalendarDay.objects.filter(changed_at__gte=at).order_by("date")
    return tuple(DecidedDay(row.date, row.is_working, row.name_ar, row.name_en, row.source) for row in rows)


def forget_calendar() -> None:
    """Ask the database again next time."""
    global _calendar
    _calendar = None


def _overrides() -> dict[date, Override]:
    rows = CalendarDay.objects.values_list("date", "is_working", "name_ar", "name_en", "source")
    return {day: Override(working, ar, en, source) for day, working, ar, en, source in rows}
