"""Tell the whole invented world."""

from __future__ import annotations

import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import OperationalError, connection, connections, transaction
from procrastinate.contrib.django import procrastinate_app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.testing import InMemoryConnector

from shubbak.cases.actions import sweep
from shubbak.cases.jobs import sweep_cases
from shubbak.kernel import clock
from shubbak.kernel.refusal import Refusal
from shubbak.places.queries import WorkingCalendar, calendar

from ..crew import Crew
from ..models import FilledDay
from ..places import PLACES, PROVINCES, Place
from ..requests import DAYS
from ..story import CLOSES, Story, at
from ..troupe import governing, local
from .hire_cast import hire_cast
from .set_the_stage import set_the_stage
from .tell_day import tell_day

_FORK = multiprocessing.get_context("fork")
_Counter = Any
"""A number the telling processes share: how many places were taken."""
_QUIET_MINUTES = 20
_TRIES = 3
_GARBAGE = 100_000
"""Objects made before garbage is looked for: a teller makes many and keeps none."""


def fill(*, processes: int = 2, places: tuple[Place, ...] = PLACES, days: int = DAYS) -> None:
    """Ninety days of three governorates, ending yesterday: the same people, cases and outcomes every time.

    Made by the real actions under a moved clock, a day of a place in one transaction: cut off, it goes on where it
    stopped; told whole, it does nothing. Needs the catalogue loaded.
    """
    set_the_stage()
    hire_cast(members=(member for governorate in PROVINCES for member in governing(governorate)))
    told = {row: FilledDay.objects.filter(unit_id=row.code).count() for row in places}
    if all(count >= days for count in told.values()):
        return
    _keep_the_sweep_away()
    dates = _dates(calendar())[:days]
    helping = max(0, min(processes, len(places)) - 1)
    if helping:
        connections.close_all()
    taken = _FORK.Value("i", 0)
    order = tuple(sorted(places, key=lambda place: -place.daily))
    helpers = [_FORK.Process(target=_help, args=(order, dates, taken)) for _ in range(helping)]
    for helper in helpers:
        helper.start()
    _tell(order, dates, taken)
    for helper in helpers:
        helper.join()
    if any(helper.exitcode for helper in helpers):
        raise RuntimeError("part of the demo was not told; run it again to go on")
    sweep()


def _help(places: tuple[Place, ...], dates: list[date], taken: _Counter) -> None:
    """Tell places beside the process that began it, and not longer than that one lives."""
    parent = os.getppid()

    def stop_if_alone() -> None:
        if os.getppid() != parent:
            raise SystemExit("the telling was cut off")

    _tell(places, dates, taken, stop_if_alone)


def _tell(
    places: tuple[Place, ...], dates: list[date], taken: _Counter, stop_if_alone: Callable[[], None] = lambda: None
) -> None:
    """Tell one place after another, each the next that no other process has taken: the busiest first."""
    gc.set_threshold(_GARBAGE)
    _commit_without_waiting()
    with _no_jobs():
        while (index := _next(taken)) < len(places):
            hire_cast(members=local(places[index]))
            _tell_place(Story(places[index], Crew()), dates, stop_if_alone)


def _next(taken: _Counter) -> int:
    with taken.get_lock():
        taken.value += 1
        return taken.value - 1


def _tell_place(story: Story, dates: list[date], stop_if_alone: Callable[[], None]) -> None:
    first = FilledDay.objects.filter(unit_id=story.place.code).count()
    if first:
        story.recall(at(dates[first - 1], CLOSES))
    for number, day in enumerate(dates[first:], first):
        _tell_once(story, number, day)
        stop_if_alone()


def _commit_without_waiting() -> None:
    """A day that a crash takes back is told again, mark and all: nobody has to wait for the disk."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")


def _tell_once(story: Story, number: int, day: date) -> None:
    """A day that somebody at the windows got in the way of is told again."""
    for trial in range(_TRIES):
        try:
            tell_day(story=story, number=number, day=day)
            return
        except (Refusal, OperationalError):
            if trial == _TRIES - 1:
                raise
            story.recall(at(day, CLOSES) - timedelta(days=1))


def _dates(week: WorkingCalendar) -> list[date]:
    """The working days told: counted from the first one told earlier, else so that the last is yesterday's."""
    first = FilledDay.objects.filter(number=0).values_list("day", flat=True).first()
    if first is None:
        days: list[date] = []
        day = clock.today()
        while len(days) < DAYS:
            day -= timedelta(days=1)
            if week.is_working(day):
                days.append(day)
        return days[::-1]
    days = [first]
    while len(days) < DAYS:
        days.append(week.add_working(days[-1], 1))
    return days


def _keep_the_sweep_away() -> None:
    """The worker's sweep would judge half-told cases by today's date: one that waits keeps others from being queued."""
    for _ in range(10):
        try:
            with transaction.atomic():
                waiting = sweep_cases.configure(schedule_in={"minutes": _QUIET_MINUTES})
                waiting.defer(timestamp=int(clock.now().timestamp()))
            return
        except AlreadyEnqueued:
            time.sleep(0.5)


@contextmanager
def _no_jobs() -> Iterator[None]:
    """Papers told of long ago are printed when somebody reads them, not in a queue of a thousand."""
    with procrastinate_app.current_app.replace_connector(InMemoryConnector()):
        yield
