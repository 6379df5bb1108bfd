"""Count the dates of running cases anew, after a decision changed the calendar."""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection

from shubbak.catalogue.queries import version
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.places import queries as places
from shubbak.places.queries import DecidedDay
from shubbak.trail.actions import Happening, record_many
from shubbak.trail.whole import whole

from ...deadlines import due_on, show
from ...models import Case, MovedDate, Task
from ...reckoning import Reckoning
from ...states import TaskState

BATCH = 200
log = logging.getLogger(__name__)
_CASES = """
UPDATE cases_case c SET limits = g.limits::jsonb, promised_on = g.promised, law_due_on = g.law, wakes_on = g.wakes,
    changed_at = %s
FROM unnest(%s::uuid[], %s::text[], %s::date[], %s::date[], %s::date[]) AS g (id, limits, promised, law, wakes)
WHERE c.id = g.id
"""
_TASKS = """
UPDATE cases_task t SET due_on = g.due FROM unnest(%s::uuid[], %s::date[]) AS g (id, due) WHERE t.id = g.id
"""


@dataclass
class _Changed:
    """What a batch has to write."""

    cases: list[Case] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    moved: list[MovedDate] = field(default_factory=list)


@whole
def recount(*, by: Actor, since: datetime, after: UUID | None = None, limit: int = BATCH) -> UUID | None:
    """Count the limits and open steps of the next `limit` running cases by the calendar as it stands, and tell what the
    decisions made `since` moved; gives back the last case looked at, None when there are no more.

    Seven statements a batch, whatever is in it. Doing it twice changes nothing; a case that cannot be counted is logged
    by its key and keeps its dates.
    """
    places.forget_calendar()
    days = places.decided_since(since)
    later = {"pk__gt": after} if after is not None else {}
    running = Case.objects.filter(ended_at=None, **later).order_by("pk").select_for_update(of=("self",))
    cases = list(running[:limit])
    changed = _Changed()
    tasks = _open_tasks(cases)
    for case in cases:
        try:
            _count(case, tasks[case.pk], days, changed)
        except (KeyError, ValueError):
            log.exception("case %s could not be counted anew", case.pk)
    _write(changed)
    record_many(by=by, rows=[_told(one) for one in changed.moved])
    return cases[-1].pk if len(cases) == limit else None


def _open_tasks(cases: Sequence[Case]) -> dict[UUID, list[Task]]:
    found: dict[UUID, list[Task]] = defaultdict(list)
    for task in Task.objects.filter(case__in=[case.pk for case in cases], state=TaskState.OPEN).order_by("id"):
        found[task.case_id].append(task)
    return found


def _count(case: Case, tasks: list[Task], days: Sequence[DecidedDay], changed: _Changed) -> None:
    service = version(case.version_id)
    before = _dates(case)
    dates = Reckoning(case, service, on=clock.today(), calendar=places.calendar())
    dates.recount(days)
    later = [(task, due_on(service.step(task.step), clock.cairo(task.opened_at).date())) for task in tasks]
    moved = [task for task, due in later if task.due_on != due]
    for task, due in later:
        task.due_on = due
    show(case, service, tasks)
    changed.tasks += moved
    changed.moved += dates.moved(None)
    if _dates(case) != before:
        changed.cases.append(case)


def _dates(case: Case) -> tuple[object, ...]:
    return (*(row["due"] for row in case.limits), case.promised_on, case.law_due_on, case.wakes_on)


def _write(changed: _Changed) -> None:
    cases, tasks = changed.cases, changed.tasks
    columns = [(c.pk, json.dumps(c.limits), c.promised_on, c.law_due_on, c.wakes_on) for c in cases]
    with connection.cursor() as cursor:
        if cases:
            cursor.execute(_CASES, [clock.now(), *map(list, zip(*columns, strict=True))])
        if tasks:
            cursor.execute(_TASKS, [[task.pk for task in tasks], [task.due_on for task in tasks]])
    MovedDate.objects.bulk_create(changed.moved)


def _told(one: MovedDate) -> Happening:
    facts = {"number": one.case.number, "kind": one.kind, "limit": one.limit, "from": one.before, "to": one.after}
    return Happening("cases.date_moved", "case", one.case_id, one.case.unit_id, facts)
