"""The running limits of a case: begun, paused, met; from them the two dates that everybody sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from shubbak.flow.definition import Limit, ServiceDefinition
from shubbak.flow.limits import due
from shubbak.kernel import clock
from shubbak.places.queries import WorkingCalendar

from .models import Case, Task

# A file that came back complete starts these again: it was not complete before.
AGAIN = frozenset({"file_complete", "notice"})


def begin(case: Case, service: ServiceDefinition, events: Iterable[str], on: date, calendar: WorkingCalendar) -> None:
    """Start every limit that one of `events` starts, once; "file_complete" and "notice" start theirs anew."""
    happened = set(events)
    for limit in service.limits:
        if limit.starts not in happened:
            continue
        row = next((r for r in case.limits if r["key"] == limit.key), None)
        if row is not None and (limit.starts not in AGAIN or row["met"]):
            continue
        if row is None:
            row = {"key": limit.key, "kind": limit.kind, "met": None}
            case.limits.append(row)
        row.update(started=on.isoformat(), paused=[], due=None)
        _reckon(row, limit, calendar)


def turn(case: Case, service: ServiceDefinition, state: str, on: date, calendar: WorkingCalendar) -> None:
    """The case enters `state`: limits that the law stops in it stop, those it stopped go on."""
    for limit in service.limits:
        row = next((r for r in case.limits if r["key"] == limit.key and not r["met"]), None)
        if row is None or not limit.pauses:
            continue
        stopped = bool(row["paused"]) and row["paused"][-1][1] is None
        if state in limit.pauses and not stopped:
            row["paused"].append([on.isoformat(), None])
        elif state not in limit.pauses and stopped:
            row["paused"][-1][1] = on.isoformat()
        _reckon(row, limit, calendar)


def meet(case: Case, on: date, kinds: Iterable[str]) -> None:
    """Running limits of these kinds are met: a decision meets the law's, the end meets all."""
    for row in case.limits:
        if row["kind"] in set(kinds) and not row["met"]:
            row["met"] = on.isoformat()


def show(case: Case, service: ServiceDefinition, open_tasks: Iterable[Task]) -> None:
    """Set the case's nearest dates: promised, of law, and the first on which the clock alone must act."""
    case.promised_on = _nearest(case, "promise")
    case.law_due_on = _nearest(case, "law")
    wakes = [silent_from for silent_from, _ in silences(case, service)]
    for task in open_tasks:
        wakes.extend(wake for wake, _ in task_alarms(service, task))
        if task.draw is not None and task.assignee_id is None:
            wakes.append(clock.today() + timedelta(days=1))
    case.wakes_on = min(wakes, default=None)


def silences(case: Case, service: ServiceDefinition) -> list[tuple[date, str]]:
    """Limits whose running out is a decision: the first day of silence, and the limit's key."""
    tacit = {limit.key for limit in service.limits if limit.tacit}
    return sorted(
        (date.fromisoformat(row["due"]) + timedelta(days=1), row["key"])
        for row in case.limits
        if row["key"] in tacit and not row["met"] and row["due"] and not _stopped(row)
    )


def task_alarms(service: ServiceDefinition, task: Task) -> list[tuple[date, str]]:
    """When an open task lapses (the citizen never came) or climbs to a head, and which of the two."""
    step = service.flow.steps[task.step]
    alarms = []
    if task.kind in ("citizen", "payment") and task.due_on is not None:
        alarms.append((task.due_on + timedelta(days=1), "lapse"))
    if step.escalate is not None and not task.escalated_to and task.due_on is not None:
        alarms.append((task.due_on + timedelta(days=max(1, step.escalate.after)), "escalate"))
    return alarms


def _reckon(row: dict[str, Any], limit: Limit, calendar: WorkingCalendar) -> None:
    paused = [(date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in row["paused"]]
    day = due(limit, started=date.fromisoformat(row["started"]), paused=paused, calendar=calendar)
    row["due"] = day.isoformat() if day else None


def _stopped(row: dict[str, Any]) -> bool:
    return bool(row["paused"]) and row["paused"][-1][1] is None


def _nearest(case: Case, kind: str) -> date | None:
    return min(
        (date.fromisoformat(r["due"]) for r in case.limits if r["kind"] == kind and not r["met"] and r["due"]),
        default=None,
    )
