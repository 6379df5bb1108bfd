"""The line of a case: what is behind, where it stands, what lies ahead."""

from __future__ import annotations

from collections.abc import Iterable

from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

from ..models import Task
from .views import StepView

PASSED = ("fork", "join")


def line(service: ServiceDefinition, tasks: Iterable[Task], *, home: PlaceView, ended: bool) -> tuple[StepView, ...]:
    """One stop for each step of the flow that somebody stands at, in the definition's order.

    A step done twice (returned and completed) shows its latest passage. Once the case ended, what it never reached is
    left out; while it runs, steps for the citizen are shown only when they were needed.
    """
    latest: dict[str, Task] = {}
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


def _stop(step: Step, task: Task | None, home: PlaceView) -> StepView:
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
