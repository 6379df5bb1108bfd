"""The dates that follow from a case's running limits: the two that everybody sees, and when the clock must act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.flow.limits import escalates_on, promised
from shubbak.kernel import clock
from shubbak.places import queries as places

from .models import Case, Task
from .reckoning import nearest, stopped


def show(case: Case, service: ServiceDefinition, open_tasks: Iterable[Task]) -> None:
    """Set the case's nearest dates: promised, of law, and the first on which the clock alone must act."""
    promise, law = nearest(case, "promise"), nearest(case, "law")
    case.promised_on, case.law_due_on = promise and promise.due, law and law.due
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
        if row["key"] in tacit and not row["met"] and row["due"] and not stopped(row)
    )


def task_alarms(service: ServiceDefinition, task: Task) -> list[tuple[date, str]]:
    """When an open task lapses (the citizen never came) or climbs to a head, and which of the two."""
    step = service.flow.steps[task.step]
    alarms = []
    if task.kind in ("citizen", "payment") and task.due_on is not None:
        alarms.append((task.due_on + timedelta(days=1), "lapse"))
    if step.escalate is not None and not task.escalated_to:
        since = task.due_on or clock.cairo(task.opened_at).date()
        climbs = escalates_on(step.escalate, due=since, calendar=places.calendar())
        alarms.append((max(climbs, since + timedelta(days=1)), "escalate"))
    return alarms


def due_on(step: Step, opened: date) -> date | None:
    """The day by which a step opened on a day promised to be done; None where it promises nothing."""
    if step.promise is None:
        return None
    return promised(step.promise, opened=opened, calendar=places.calendar())
