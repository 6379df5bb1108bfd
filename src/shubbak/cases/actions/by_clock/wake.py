"""What the clock alone does to a case: silence speaks, what the citizen owes lapses, what stands too long climbs."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from shubbak.flow import engine
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.ids import uuid7
from shubbak.trail.whole import whole

from ... import deadlines
from ...held import Held, hold
from ...models import Case, Task
from ...states import TaskState
from ..move import Deed, log, move, save, write_act
from ..open_tasks import draw_task


@whole
def wake(*, by: Actor, case_id: UUID) -> Case:
    """Do what is due today on one case, and set the next day on which it must be woken.

    A tacit decision bears the first day of silence, not the day it was noticed.
    """
    held = hold(case_id, by=None)
    if held.case.ended_at is None:
        _speak(held, by)
    if held.case.ended_at is None:
        _lapse(held, by)
    if held.case.ended_at is None:
        _climb(held, by)
        _draw_again(held)
    _sleep(held)
    return held.case


def _speak(held: Held, by: Actor) -> None:
    for silent_from, key in deadlines.silences(held.case, held.service):
        if silent_from > clock.today() or not engine.tacit_applies(held.service, held.position(), key):
            continue
        plan = engine.tacit(held.service, held.position(), key, held.facts())
        held.case.decided_by_law = key
        deed = Deed(by=by, action=f"tacit:{key}", kind="tacit", for_citizen=True, decided_on=silent_from)
        move(held, plan=plan, deed=deed)
        return


def _lapse(held: Held, by: Actor) -> None:
    if not _due(held, "lapse"):
        return
    plan = engine.lapse(held.service, held.position(), held.facts())
    move(held, plan=plan, deed=Deed(by=by, action="lapse", kind="lapsed", for_citizen=True))


def _climb(held: Held, by: Actor) -> None:
    for task in _due(held, "escalate"):
        step = held.service.flow.steps[task.step]
        assert step.escalate is not None
        task.escalated_to = step.escalate.role
        Task.objects.filter(pk=task.pk).update(escalated_to=task.escalated_to)
        deed = Deed(by=by, action="escalate", kind="escalated", task=task, facts={"to": task.escalated_to})
        write_act(held.case, deed)
        log(held.case, deed, outcome="escalated")


def _draw_again(held: Held) -> None:
    """Nobody was there to draw from: perhaps today."""
    for task in held.tasks:
        if task.state == TaskState.OPEN and task.draw is not None and task.assignee_id is None:
            draw_task(held, task, held.service.flow.steps[task.step], seed=uuid7())
            Task.objects.filter(pk=task.pk).update(assignee_id=task.assignee_id, draw=task.draw)


def _due(held: Held, kind: str) -> list[Task]:
    """The open tasks whose alarm of this kind has rung."""
    rung = (
        (task, any(day <= clock.today() and what == kind for day, what in deadlines.task_alarms(held.service, task)))
        for task in held.tasks
        if task.state == TaskState.OPEN
    )
    return [task for task, rings in rung if rings]


def _sleep(held: Held) -> None:
    """Set the next waking; what could not be done today (silence while a payment is owed) is tried again tomorrow."""
    deadlines.show(held.case, held.service, (t for t in held.tasks if t.state == TaskState.OPEN))
    wakes = held.case.wakes_on
    if held.case.ended_at is not None:
        held.case.wakes_on = None
    elif wakes is not None and wakes <= clock.today():
        held.case.wakes_on = clock.today() + timedelta(days=1)
    save(held.case)
