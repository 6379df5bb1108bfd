"""Open what a plan opens: each with its place, its due date, its invoice or its drawn assignee."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from shubbak.flow.definition import Step
from shubbak.flow.draw import draw
from shubbak.flow.engine import Plan, Token, groups_to_json
from shubbak.flow.fees import fees
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, Role
from shubbak.payments.actions import raise_invoice
from shubbak.people import queries as people
from shubbak.places import queries as places
from shubbak.trail.actions import insert_rows
from shubbak.trail.queries import last_seal_root
from shubbak.trail.statements import kept_cursor
from shubbak.trail.together import settle

from ..deadlines import due_on
from ..held import Held
from ..models import Task
from ..rules import is_away
from ..states import TaskState, opposed

AGAIN = timedelta(days=30)
_LOADS = """
SELECT (
    SELECT json_object_agg(
        f.id, (SELECT count(*) FROM cases_task WHERE assignee_id = f.id::uuid AND state = 'open')
    )::text FROM json_array_elements_text(%(free)s) AS f (id)
), (
    SELECT t.assignee_id FROM cases_case c JOIN cases_task t ON t.case_id = c.id
    WHERE c.beneficiary_id = %(beneficiary)s AND c.service_key = %(service)s AND c.unit_id = %(unit)s
      AND c.id <> %(case)s AND t.step = %(step)s AND t.assignee_id IS NOT NULL AND t.opened_at > %(since)s
    ORDER BY t.opened_at DESC LIMIT 1
)
"""
OWN_ROLE = {"payment": str(Role.CASHIER), "citizen": str(Role.CLERK)}


def open_tasks(held: Held, *, plan: Plan, by: Actor, invoice_id: UUID | None = None) -> list[Task]:
    """Insert the tasks of `plan.opened` in one statement; invoices and draws cost theirs.

    A payment step waits for `invoice_id` when it is given, else for a new invoice.
    """
    tasks = [_task(held, token) for token in plan.opened]
    for task in tasks:
        step = held.service.flow.steps[task.step]
        if step.kind == "payment" and invoice_id is not None:
            task.invoice_id = invoice_id
        elif step.kind == "payment" and step.fee_set:
            lines = fees(held.service, step.fee_set, held.facts())
            task.invoice = raise_invoice(
                by=by, subject_id=held.case.id, payer_id=held.case.beneficiary_id, unit=held.case.unit_id, lines=lines
            )
        elif step.assignment == "draw":
            draw_task(held, task, step)
    insert_rows(tasks)
    return tasks


def _task(held: Held, token: Token) -> Task:
    step = held.service.flow.steps[token.step]
    home = places.unit(held.case.unit_id)
    acting = places.resolve(step.place, home)
    department = step.department or ("" if step.kind in ("payment", "citizen") else held.service.department)
    return Task(
        id=token.id,
        case=held.case,
        service_key=held.case.service_key,
        step=step.key,
        kind=step.kind,
        role=step.role or OWN_ROLE.get(step.kind, ""),
        department=department,
        acting_unit_id=acting.code,
        acting_path=acting.path,
        away=is_away(held.case, acting, department),
        state=TaskState.PARKED if token.parked else TaskState.OPEN,
        groups=groups_to_json(token.groups),
        opened_at=clock.now(),
        due_on=due_on(step, clock.today()),
    )


def pool_for(held: Held, task: Task, step: Step) -> list[tuple[UUID, int]]:
    """Who could be drawn for a task, and how many open tasks each has: qualified, and not kept apart from this case."""
    return _pool_and_holder(held, task, step)[0]


def draw_task(held: Held, task: Task, step: Step, *, seed: UUID | None = None) -> None:
    """Draw the task's assignee and keep the record; with nobody to draw from it waits for a supervisor or for tomorrow.

    Who held this step before, on this case or on another of the same person for the same service within a month, gets
    it again: asking anew never buys a new draw. A second draw of one task takes a fresh `seed`, kept in the record.
    """
    pool, earlier = _pool_and_holder(held, task, step)
    if not pool:
        task.draw = {"chosen": None, "pool": []}
    elif earlier in dict(pool) and not seed:
        task.assignee_id, task.draw = earlier, {"chosen": str(earlier), "pool": [], "held_before": True}
    else:
        drawn = draw(seed_root=last_seal_root(), task_id=seed or task.id, pool=pool)
        task.assignee_id, task.draw = drawn.chosen, {**drawn.to_json(), **({"nonce": str(seed)} if seed else {})}


def _pool_and_holder(held: Held, task: Task, step: Step) -> tuple[list[tuple[UUID, int]], UUID | None]:
    """The pool, and who last held this step for this person and service; two statements.

    The pool travels as JSON, of whose length the planner thinks the same each time, so that its plan is kept.
    """
    kept_apart = {a["by"] for a in held.acts if a["duty"] in opposed(step.duty or "")}
    kept_apart |= {a["by"] for a in held.acts if a["step"] in step.not_same_as or a["action"] == "recuse"}
    staff = people.qualified(role=Role(task.role), path=task.acting_path, department=task.department or None)
    free = sorted(s for s in staff if str(s) not in kept_apart)
    case = held.case
    asked: dict[str, Any] = {
        "free": json.dumps([str(id) for id in free]), "since": clock.now() - AGAIN, "step": task.step,
        "beneficiary": case.beneficiary_id, "service": case.service_key, "unit": case.unit_id, "case": case.id,
    }  # fmt: skip
    settle()  # a task that this act closed weighs on nobody
    with kept_cursor() as cursor:
        cursor.execute(_LOADS, asked)
        loads, before = cursor.fetchone()
    here = [t.assignee_id for t in held.tasks if t.step == task.step and t.assignee_id and t.id != task.id]
    counted = json.loads(loads or "{}")
    return [(id, counted[str(id)]) for id in free], here[-1] if here else before
