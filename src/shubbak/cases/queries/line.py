"""The line of a case: what is behind, where it stands, what lies ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

from ..models import Task
from .views import StepView

PASSED = ("fork", "join")


class Passage(NamedTuple):
    """A case's passage through a step: what the line shows of a task."""

    id: UUID
    step: str
    kind: str
    state: str
    acting_unit_id: str
    invoice_id: UUID | None
    opened_at: datetime
    done_at: datetime | None
    due_on: date | None


def passage(row: dict[str, Any]) -> Passage:
    """A passage from the JSON of `compiled.PASSAGE`."""
    invoice, done, due = row["invoice_id"], row["done_at"], row["due_on"]
    given = row | {
        "id": UUID(row["id"]),
        "invoice_id": UUID(invoice) if invoice else None,
        "opened_at": datetime.fromisoformat(row["opened_at"]),
        "done_at": datetime.fromisoformat(done) if done else None,
        "due_on": date.fromisoformat(due) if due else None,
    }
    return Passage(**given)


def line(
    service: ServiceDefinition, tasks: Iterable[Task | Passage], *, home: PlaceView, ended: bool
) -> tuple[StepView, ...]:
    """One stop for each step of the flow that somebody stands at, in the definition's order.

    A step done twice (returned and completed) shows its latest passage. Once the case ended, what it never reached is
    left out; while it runs, steps for the citizen are shown only when they were needed.
    """
    latest: dict[str, Task | Passage] = {}
    for task in tasks:
        if task.state != "cancelled" or task.step not in latest:
            latest[task.step] = task
    stops = []
    for step in service.flow.steps.values():
        if step.kind in PASSED or step.kind == "end":
            continue
        reached = latest.get(step.key)
        if reached is None and (ended or step.kind == "citizen"):
            continue
        if reached is not None and reached.state == "cancelled":
            continue
        stops.append(_stop(step, reached, home))
    return tuple(stops)


def _stop(step: Step, task: Task | Passage | None, home: PlaceView) -> StepView:
    status = "ahead" if task is None else "done" if task.state == "done" else "now"
    acting = places.unit(task.acting_unit_id) if task is not None else _ahead(step, home)
    at = None
    if task is not None:
        at = task.done_at or task.opened_at
    return StepView(
        key=step.key,
        name=step.name,
        kind=step.kind,
        status=status,
        place=Text(acting.name_ar, acting.name_en) if acting is not None and acting.code != home.code else None,
        at=clock.cairo(at) if at else None,
        due_on=task.due_on if task is not None and status == "now" else None,
        blind=step.blind,
    )


def _ahead(step: Step, home: PlaceView) -> PlaceView:
    return places.resolve(step.place, home)
