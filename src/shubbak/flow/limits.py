"""When a limit runs out. Days are Cairo days; the calendar is asked, never assumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from .definition import Escalation, Limit, Promise

Pause = tuple[date, date | None]


class Calendar(Protocol):
    """What `places` knows about days."""

    def is_working(self, day: date) -> bool:
        """Whether the offices are open on that day."""

    def next_working(self, day: date) -> date:
        """That day when it is a working one, else the first after it."""

    def add_working(self, day: date, n: int) -> date:
        """The n-th working day after `day`."""


def due(
    limit: Limit, *, started: date, paused: Sequence[Pause] = (), calendar: Calendar, today: date | None = None
) -> date:
    """The last day of a limit that started on `started`.

    The day of the event is not counted. A pause (from, to) stops the count for the days after `from` up to and with
    `to`; a pause still running stops it up to `today`, or not at all when `today` is not given. When the last day is
    not a working day, `rollover: next_working` moves it to the next one.
    """
    stopped = _stopped_days(paused, today)
    if limit.unit == "working":
        last = _working(started, limit.days, stopped, calendar)
    else:
        last = _calendar(started, limit.days, stopped)
    return calendar.next_working(last) if limit.rollover == "next_working" else last


def promised(promise: Promise, *, opened: date, calendar: Calendar) -> date:
    """The last day the office allows itself for a step opened on `opened`."""
    return _plus(opened, promise.days, promise.unit, calendar)


def escalates_on(escalation: Escalation, *, due: date, calendar: Calendar) -> date:
    """The day on which a step still open is told to the role above."""
    return _plus(due, escalation.after, escalation.unit, calendar)


def _plus(day: date, days: int, unit: str, calendar: Calendar) -> date:
    return calendar.add_working(day, days) if unit == "working" else day + timedelta(days=days)


def _stopped_days(paused: Sequence[Pause], today: date | None) -> list[tuple[date, date]]:
    """First and last day of each stop, merged, in order."""
    spans = sorted((start + timedelta(days=1), end or today) for start, end in paused if end or today)
    merged: list[tuple[date, date]] = []
    for first, last in spans:
        assert last is not None
        if last < first:
            continue
        if merged and first <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _calendar(started: date, days: int, stopped: list[tuple[date, date]]) -> date:
    last = started + timedelta(days=days)
    for first, end in stopped:
        if end <= started:
            continue
        first = max(first, started + timedelta(days=1))
        if first <= last:
            last += end - first + timedelta(days=1)
    return last


def _working(started: date, days: int, stopped: list[tuple[date, date]], calendar: Calendar) -> date:
    if not stopped:
        return calendar.add_working(started, days)
    day, left = started, days
    while left > 0:
        day += timedelta(days=1)
        if calendar.is_working(day) and not any(first <= day <= last for first, last in stopped):
            left -= 1
    return day
