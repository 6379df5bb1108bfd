"""The one function that moves a case: it turns the engine's plan into rows, and writes who did what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from shubbak.flow.definition import Step
from shubbak.flow.engine import Plan
from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotYours
from shubbak.payments.actions import cancel_invoice
from shubbak.places import queries as places
from shubbak.trail.actions import insert_rows, record, update_row
from shubbak.trail.together import together, write

from .. import deadlines
from ..answers import commitment
from ..held import Held
from ..models import Act, Case, Task
from ..reckoning import Reckoning
from ..states import ENDED, Duty, TaskState
from .guard import APART
from .issue_output import issue_output
from .open_tasks import open_tasks

NOTE = "cases.note"
CHANGING = (
    "state", "decision", "decided_on", "decided_by_law", "reason", "answers_sealed", "limits", "promised_on",
    "law_due_on", "wakes_on", "changed_at", "ended_at",
)  # fmt: skip
_CLOSE = """
UPDATE cases_task t SET state = g.state, outcome = g.outcome, done_by_id = g.done_by, done_at = %s
FROM json_to_recordset(%s) AS g (id uuid, state text, outcome text, done_by uuid) WHERE t.id = g.id
"""  # JSON, of whose length the planner thinks the same each time: the plan is kept


@dataclass(frozen=True)
class Deed:
    """What somebody did: the action's key and kind, at which step, under which hat, and her words.

    `events` start limits; `undoes` is one that did not happen after all.
    """

    by: Actor
    action: str
    kind: str
    step: Step | None = None
    task: Task | None = None
    duty: str = Duty.NONE
    reason: str = ""
    note: str = ""
    for_citizen: bool = False
    events: frozenset[str] = field(default=frozenset())
    undoes: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    decided_on: date | None = None
    invoice_id: UUID | None = None


def move(held: Held, *, plan: Plan, deed: Deed) -> list[Task]:
    """Apply `plan` to the stored case in hand, append what was done, issue what is due; returns the tasks that opened.

    Statements: the act, tasks closed and opened, dates moved and the case in one; the trail. More only where an invoice
    is raised, a task drawn or a paper issued.
    """
    with together(kept_apart):
        opened = apply(held, plan=plan, deed=deed)
        save(held.case)
    for paper in plan.papers:
        issue_output(held, paper=paper, by=deed.by)
    log(held.case, deed, outcome=plan.outcome)
    return opened


def apply(held: Held, *, plan: Plan, deed: Deed) -> list[Task]:
    """Write the act, close and open tasks, turn the case in memory and write which dates moved; the caller stores the
    case."""
    act = write_act(held.case, deed)
    held.acts.append(
        {
            "by": str(deed.by.id),
            "duty": str(deed.duty),
            "step": deed.step.key if deed.step else "",
            "action": deed.action,
        }
    )
    _close(held, plan, deed)
    opened = open_tasks(held, plan=plan, by=deed.by, invoice_id=deed.invoice_id)
    dates = _turn(held, plan, deed, opened)
    insert_rows(dates.moved(act))
    return opened


def write_act(case: Case, deed: Deed) -> Act:
    """Append one act. NotYours when the database refuses it, since this person already wore an opposed hat on the
    case."""
    note = keys.ring().seal_text(deed.note, NOTE) if deed.note else None
    act = Act(
        case=case,
        task_id=deed.task.id if deed.task else None,
        by_id=deed.by.id,
        by_kind=deed.by.kind,
        duty=deed.duty,
        step=deed.step.key if deed.step else "",
        apart_from=list(deed.step.not_same_as) if deed.step and deed.duty else [],
        action=deed.action,
        kind=deed.kind,
        reason=deed.reason,
        note_sealed=note,
        for_citizen=deed.for_citizen,
        happened_at=clock.now(),
    )
    with kept_apart():
        insert_rows([act])
    return act


@contextmanager
def kept_apart() -> Iterator[None]:
    """What the database says of opposed hats on one head, in words."""
    try:
        yield
    except IntegrityError as error:
        if "duties on one case must stay apart" not in str(error):
            raise
        raise NotYours("duties_apart", APART) from None


def log(case: Case, deed: Deed, *, outcome: str) -> None:
    """The trail row of an act: references and commitments, nothing of the person."""
    record(
        by=deed.by,
        act=f"cases.{deed.kind}",
        subject="case",
        subject_id=case.id,
        unit=case.unit_id,
        facts={
            "number": case.number,
            "step": deed.step.key if deed.step else "",
            "task": str(deed.task.id) if deed.task else "",
            "action": deed.action,
            "outcome": outcome,
            "state": case.state,
            "decision": case.decision,
            "answers": commitment(case.answers_sealed),
            **deed.facts,
        },
    )


def save(case: Case) -> None:
    """Write back what an act may change on a case."""
    case.changed_at = clock.now()
    update_row(case, CHANGING)


def _close(held: Held, plan: Plan, deed: Deed) -> None:
    gone: dict[UUID, str] = dict.fromkeys(plan.cancelled, TaskState.CANCELLED)
    gone.update(dict.fromkeys(plan.consumed, TaskState.DONE))
    if plan.closed is not None:
        gone[plan.closed] = TaskState.DONE
    if not gone:
        return
    now, by = clock.now(), deed.by.id if deed.by.kind == ActorKind.STAFF else None
    rows = [
        {"id": str(id), "state": str(state), "outcome": "", "done_by": None}
        | ({"outcome": plan.outcome, "done_by": str(by) if by else None} if id == plan.closed else {})
        for id, state in gone.items()
    ]
    write(_CLOSE, [now, json.dumps(rows)])
    for task in held.tasks:
        if task.id in gone:
            task.state, task.done_at = gone[task.id], now
        if task.id in plan.cancelled and task.invoice_id is not None:
            cancel_invoice(by=deed.by, invoice_id=task.invoice_id)


def _turn(held: Held, plan: Plan, deed: Deed, opened: list[Task]) -> Reckoning:
    """Turn the case in memory; gives back what that does to its dates."""
    case, today = held.case, clock.today()
    dates = Reckoning(case, held.service, on=today, calendar=places.calendar())
    if plan.decision and plan.decision != case.decision:
        case.decision, case.decided_on = plan.decision, deed.decided_on or today
        dates.meet(("law",))
    if deed.kind == "reject":
        case.reason = deed.reason
    left, case.state = case.state, plan.state
    if deed.undoes:
        dates.undo(deed.undoes)
    dates.begin(deed.events | {f"step:{key}" for key in plan.reached})
    dates.turn(left=left, entered=plan.state)
    if plan.ended or plan.state in ENDED:
        case.ended_at = clock.now()
        dates.meet(("law", "promise"))
    held.tasks.extend(opened)
    deadlines.show(case, held.service, (t for t in held.tasks if t.state == TaskState.OPEN))
    return dates
