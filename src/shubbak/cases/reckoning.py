"""The limits of one case in one act's hands: begun, stopped, met, counted anew; and what that moved, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from shubbak.flow.definition import Limit, ServiceDefinition
from shubbak.flow.limits import due
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.places.queries import DecidedDay, WorkingCalendar

from . import causes
from .models import Act, Case, MovedDate

# A file that came back complete starts these again: it was not complete before.
AGAIN = frozenset({"file_complete", "notice"})
KINDS = ("promise", "law")


class Nearest(NamedTuple):
    """The nearest unmet date of a kind, and the limit that gives it."""

    limit: str
    due: date


class Reckoning:
    """Made before an act turns the limits of `case`; what `moved` tells afterwards is the difference."""

    def __init__(self, case: Case, service: ServiceDefinition, *, on: date, calendar: WorkingCalendar) -> None:
        self.case, self.on, self.calendar = case, on, calendar
        self.service = service
        self.before = {kind: nearest(case, kind) for kind in KINDS}
        self.why: dict[str, Callable[[], Text]] = {}

    def begin(self, events: Iterable[str]) -> None:
        """Start every limit that one of `events` starts, once; "file_complete" and "notice" start theirs anew."""
        happened = set(events)
        for limit, row in self._limits():
            if limit.starts not in happened or (row is not None and (limit.starts not in AGAIN or row["met"])):
                continue
            if "submission" not in happened:
                self.why[limit.key] = partial(causes.began, limit, self.service)
            if row is None:
                row = {"key": limit.key, "kind": limit.kind, "met": None}
                self.case.limits.append(row)
            row.update(started=self.on.isoformat(), paused=[], due=None)
            self._reckon(row, limit)

    def undo(self, event: str) -> None:
        """Take back what `event` began: it did not happen after all."""
        for limit, row in self._limits():
            if limit.starts == event and row is not None and not row["met"]:
                self.case.limits.remove(row)
                self.why[limit.key] = causes.unpaid

    def turn(self, *, left: str, entered: str) -> None:
        """The case goes from one state into another: limits that the law stops in it stop, those it stopped go on."""
        for limit, row in self._limits():
            if row is None or row["met"] or not limit.pauses:
                continue
            if stopped(row) and entered != left:
                self._resume(row, limit, left)
            if entered in limit.pauses and not stopped(row):
                row["paused"].append([self.on.isoformat(), None])
            self._reckon(row, limit)

    def meet(self, kinds: Iterable[str]) -> None:
        """Running limits of these kinds are met: a decision meets the law's, the end meets all."""
        for row in self.case.limits:
            if row["kind"] in set(kinds) and not row["met"]:
                row["met"] = self.on.isoformat()

    def recount(self, days: Sequence[DecidedDay]) -> None:
        """Count every running limit anew, after decisions changed the calendar on these days."""
        for limit, row in self._limits():
            if row is None or row["met"] or not row["due"]:
                continue
            earlier = date.fromisoformat(row["due"])
            self._reckon(row, limit)
            until = max(earlier, date.fromisoformat(row["due"]))
            met = causes.met(days, since=date.fromisoformat(row["started"]), until=until)
            self.why[limit.key] = partial(causes.decided, met or tuple(days))

    def moved(self, act: Act | None) -> list[MovedDate]:
        """The two dates everybody sees, as far as they moved and somebody still waits for them."""
        if self.case.ended_at is not None:
            return []
        return [row for kind in KINDS if (row := self._moved(kind, act)) is not None]

    def _moved(self, kind: str, act: Act | None) -> MovedDate | None:
        before, after = self.before[kind], nearest(self.case, kind)
        undone = before is not None and not any(row["key"] == before.limit for row in self.case.limits)
        if (before and before.due) == (after and after.due) or (after is None and not undone):
            return None
        limit = next((one.limit for one in (after, before) if one is not None and one.limit in self.why), None)
        if limit is None:
            return None
        why = self.why[limit]()
        return MovedDate(
            case=self.case,
            act=act,
            kind=kind,
            limit=limit,
            before=before.due if before else None,
            after=after.due if after else None,
            why_ar=why.ar,
            why_en=why.en,
            at=clock.now(),
        )

    def _limits(self) -> list[tuple[Limit, dict[str, Any] | None]]:
        rows = {row["key"]: row for row in self.case.limits}
        return [(limit, rows.get(limit.key)) for limit in self.service.limits]

    def _resume(self, row: dict[str, Any], limit: Limit, left: str) -> None:
        since = date.fromisoformat(row["paused"][-1][0])
        row["paused"][-1][1] = self.on.isoformat()
        working = limit.unit == "working"
        days = self.calendar.working_between(since, self.on) if working else (self.on - since).days
        self.why[limit.key] = partial(causes.waited, left, days, limit.unit)

    def _reckon(self, row: dict[str, Any], limit: Limit) -> None:
        paused = [(date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in row["paused"]]
        started = date.fromisoformat(row["started"])
        row["due"] = due(limit, started=started, paused=paused, calendar=self.calendar).isoformat()


def stopped(row: dict[str, Any]) -> bool:
    """Whether the count of a limit is stopped now."""
    return bool(row["paused"]) and row["paused"][-1][1] is None


def nearest(case: Case, kind: str) -> Nearest | None:
    """The first date of a kind that is not met yet."""
    running = (
        Nearest(row["key"], date.fromisoformat(row["due"]))
        for row in case.limits
        if row["kind"] == kind and not row["met"] and row["due"]
    )
    return min(running, key=lambda one: one.due, default=None)
