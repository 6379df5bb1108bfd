"""Open tasks, as a teller needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from shubbak.cases.models import Act, Task
from shubbak.catalogue.queries import version
from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.kernel import clock

from .fates import Standing

_NAMES = (
    "id", "case_id", "case__number", "case__version_id", "case__decision", "step", "kind", "role", "acting_unit_id",
    "assignee_id", "opened_at", "invoice__total", "returned", "case__applicant_kind",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One open task of a case, with the definition of its step."""

    id: UUID
    case_id: UUID
    number: str
    step: str
    kind: str
    role: str
    unit: str
    assignee_id: UUID | None
    opened_at: datetime
    due: int
    applicant_kind: str
    standing: Standing
    service: ServiceDefinition

    @property
    def definition(self) -> Step:
        return self.service.flow.steps[self.step]


def open_tasks(**which: Any) -> Iterator[OpenTask]:
    """The open tasks that `which` names (as Django filters), oldest first: one statement."""
    returned = Exists(Act.objects.filter(case=OuterRef("case"), kind="return"))
    rows = Task.objects.filter(state="open", **which).annotate(returned=returned).order_by("opened_at", "step")
    for row in rows.values(*_NAMES):
        yield _task(row)


def _task(row: dict[str, Any]) -> OpenTask:
    opened = clock.cairo(row["opened_at"])
    standing = Standing(
        number=row["case__number"],
        step=row["step"],
        opened=opened.isoformat(timespec="minutes"),
        decided=bool(row["case__decision"]),
        returned=row["returned"],
    )
    return OpenTask(
        id=row["id"],
        case_id=row["case_id"],
        number=row["case__number"],
        step=row["step"],
        kind=row["kind"],
        role=row["role"],
        unit=row["acting_unit_id"],
        assignee_id=row["assignee_id"],
        opened_at=row["opened_at"],
        due=row["invoice__total"] or 0,
        applicant_kind=row["case__applicant_kind"],
        standing=standing,
        service=version(row["case__version_id"]),
    )
