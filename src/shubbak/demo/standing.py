"""Open tasks, as a teller needs them, with what is due at those that wait for payment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from shubbak.catalogue.queries import version
from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.kernel import clock

from .fates import Standing

_OPEN = """
SELECT t.id, t.case_id, c.number, c.version_id, c.decision, t.step, t.kind, t.role, t.department, t.acting_unit_id,
    t.assignee_id, t.opened_at, i.total,
    EXISTS (SELECT 1 FROM cases_act a WHERE a.case_id = c.id AND a.kind = 'return')
FROM cases_task t JOIN cases_case c ON c.id = t.case_id LEFT JOIN payments_invoice i ON i.id = t.invoice_id
WHERE t.state = 'open' AND {}
ORDER BY t.opened_at, t.step
"""
_ACTS = "SELECT DISTINCT by_id, step, duty FROM cases_act WHERE case_id = %s AND by_kind = 'staff'"
_OF_CASE = _OPEN.format("c.id = %s")
_OF_UNIT = _OPEN.format("c.unit_id = %s AND c.submitted_at < %s")


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One open task of a case, with the definition of its step."""

    id: UUID
    case_id: UUID
    number: str
    step: str
    kind: str
    role: str
    department: str
    unit: str
    assignee_id: UUID | None
    opened_at: datetime
    due: int
    standing: Standing
    service: ServiceDefinition

    @property
    def definition(self) -> Step:
        return self.service.flow.steps[self.step]


def tasks_of_case(case_id: UUID) -> Iterator[OpenTask]:
    """A case's open tasks: one statement, said plainly because it is said ten thousand times."""
    return _asked(_OF_CASE, [case_id])


def tasks_of_unit(unit: str, before: datetime) -> Iterator[OpenTask]:
    """The open tasks of every case a unit had registered before a moment."""
    return _asked(_OF_UNIT, [unit, before])


def acts_on(case_id: UUID) -> list[tuple[UUID, str, str]]:
    """Who of the staff did what on a case: by whom, at which step, under which hat."""
    with connection.cursor() as cursor:
        cursor.execute(_ACTS, [case_id])
        return cursor.fetchall()


def _asked(query: str, values: list[Any]) -> Iterator[OpenTask]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        rows = cursor.fetchall()
    return map(_task, rows)


def _task(row: tuple[Any, ...]) -> OpenTask:
    id, case, number, version_id, decision, step, kind, role, department, unit, *more = row
    assignee, opened_at, due, returned = more
    opened = clock.cairo(opened_at).isoformat(timespec="minutes")
    return OpenTask(
        id=id,
        case_id=case,
        number=number,
        step=step,
        kind=kind,
        role=role,
        department=department,
        unit=unit,
        assignee_id=assignee,
        opened_at=opened_at,
        due=due or 0,
        standing=Standing(number, step, opened, bool(decision), returned),
        service=version(version_id),
    )
