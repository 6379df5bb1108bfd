"""A place's days, replayed: requests come in, staff do their tasks when their fate says, the cashier counts at the end.

Nothing here is remembered: who comes is told by `requests`, what becomes of a case by `fates`, and where the cases
stand by the database; so a telling that was cut off goes on where it stopped.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from random import Random
from uuid import UUID

from shubbak.cases.actions import wake
from shubbak.cases.models import Case
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM
from shubbak.places.queries import calendar

from . import fates
from .crew import Crew
from .deeds import do, register
from .places import Place
from .requests import Request, requests
from .standing import OpenTask, tasks_of_case, tasks_of_unit
from .till import Till

OPENS, LAST, COUNTS, CLOSES = time(9), time(14, 30), time(14, 50), time(15)


@dataclass(order=True)
class _Due:
    moment: datetime
    order: int
    task: OpenTask = field(compare=False)


class Story:
    """One place on its way through the days."""

    def __init__(self, place: Place, crew: Crew) -> None:
        self.place, self.crew = place, crew
        self.till = Till(place, crew)
        self.due: list[_Due] = []
        self.count = 0

    @cached_property
    def by_day(self) -> dict[int, list[Request]]:
        found: dict[int, list[Request]] = {}
        for request in requests(self.place):
            found.setdefault(request.day, []).append(request)
        return found

    def recall(self, before: datetime) -> None:
        """Take up the cases that stood open when the telling was cut off."""
        self.due.clear()
        self.till.forget()
        self._expect(tasks_of_unit(self.place.code, before))

    def play(self, number: int, day: date) -> None:
        """Everything that happens here on one working day."""
        coming = [(at(day, OPENS) + timedelta(minutes=r.minute), r) for r in self.by_day.get(number, [])]
        end = at(day, COUNTS)
        while coming or (self.due and self.due[0].moment < end):
            if coming and (not self.due or coming[0][0] <= self.due[0].moment):
                moment, request = coming.pop(0)
                with clock.held(moment):
                    self._follow(register(request, self.place, self.crew))
            else:
                self._next(day)
        with clock.held(end):
            self.till.close(day)
        self._night(day)

    def _next(self, day: date) -> None:
        due = heapq.heappop(self.due)
        with clock.held(max(due.moment, at(day, OPENS))):
            if due.task.kind == "payment":
                self.till.open(day)
            done = do(due.task, self.crew)
            if done and due.task.kind == "payment":
                self.till.took(due.task, done)
            self._follow(due.task.case_id)

    def _night(self, day: date) -> None:
        """What the clock alone does, once the window is closed."""
        with clock.held(at(day, CLOSES)):
            rung = Case.objects.filter(unit_id=self.place.code, wakes_on__lte=day, submitted_at__lt=at(day, CLOSES))
            for case_id in list(rung.order_by("wakes_on", "number").values_list("pk", flat=True)):
                before = {due.task.id for due in self.due}
                wake(by=SYSTEM, case_id=case_id)
                self._follow(case_id, besides=before)

    def _follow(self, case_id: UUID, besides: set[UUID] | None = None) -> None:
        known = besides if besides is not None else {due.task.id for due in self.due if due.task.case_id == case_id}
        self._expect(task for task in tasks_of_case(case_id) if task.id not in known)

    def _expect(self, tasks: Iterable[OpenTask]) -> None:
        for task in tasks:
            days = fates.days_before(task.standing, task.definition, task.service)
            if days is not None:
                self.count += 1
                heapq.heappush(self.due, _Due(_moment(task, days), self.count, task))


def at(day: date, hour: time) -> datetime:
    """A moment of a day in Cairo."""
    return datetime.combine(day, hour, clock.CAIRO)


def _moment(task: OpenTask, days: int) -> datetime:
    """When a task will be done: so many working days after it opened, at an hour of its own."""
    chance = Random(f"hour/{task.number}/{task.step}/{task.opened_at.isoformat()}")
    opened, week = clock.cairo(task.opened_at), calendar()
    soon = opened + timedelta(minutes=chance.randint(8, 50))
    if days == 0 and week.is_working(opened.date()) and soon.time() < LAST:
        return soon
    day = week.add_working(opened.date(), max(days, 1))
    return at(day, OPENS) + timedelta(minutes=chance.randint(0, 320))
