"""Open what a plan opens: each with its place, its due date, its invoice or its drawn assignee."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count

from shubbak.flow.definition import Promise, Step
from shubbak.flow.draw import draw
from shubbak.flow.engine import Plan, Token, groups_to_json
from shubbak.flow.fees import fees
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, Role
from shubbak.payments.actions import raise_invoice
from shubbak.people import queries as people
from shubbak.places import queries as places
from shubbak.trail.queries import last_seal_root

from ..held import Held
from ..models import Task
from ..states import TaskState, opposed

AGAIN = timedelta(days=30)
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
    Task.objects.bulk_create(tasks)
    return tasks


def _task(held: Held, token: Token) -> Task:
    step = held.service.flow.steps[token.step]
    home = places.unit(held.case.unit_id)
    acting = places.resolve(step.place, home)
    return Task(
        id=token.id,
        case=held.case,
        step=step.key,
        kind=step.kind,
        role=step.role or OWN_ROLE.get(step.kind, ""),
        department=step.department or ("" if step.kind in ("payment", "citizen") else held.service.department),
        acting_unit_id=acting.code,
        acting_path=acting.path,
        state=TaskState.PARKED if token.parked else TaskState.OPEN,
        groups=groups_to_json(token.groups),
        opened_at=clock.now(),
        due_on=due_on(step.promise),
    )


def due_on(promise: Promise | None) -> date | None:
    """The day by which a step promised to be done, counted from today; None where it promises nothing."""
    if promise is None:
        return None
    if promise.unit == "calendar":
        return clock.today() + timedelta(days=promise.days)
    return places.calendar().add_working(clock.today(), promise.days)


def pool_for(held: Held, task: Task, step: Step) -> list[tuple[UUID, int]]:
    """Who could be drawn for a task, and how many open tasks each has: qualified, and not kept apart from this case."""
    kept_apart = {a["by"] for a in held.acts if a["duty"] in opposed(step.duty or "")}
    kept_apart |= {a["by"] for a in held.acts if a["step"] in step.not_same_as or a["action"] == "recuse"}
    staff = people.qualified(role=Role(task.role), path=task.acting_path, department=task.department or None)
    free = [s for s in staff if str(s) not in kept_apart]
    rows = Task.objects.filter(assignee_id__in=free, state=TaskState.OPEN).values_list("assignee_id")
    load = Counter(dict(rows.annotate(n=Count("id"))))
    return [(id, load[id]) for id in sorted(free)]


def draw_task(held: Held, task: Task, step: Step, *, seed: UUID | None = None) -> None:
    """Draw the task's assignee and keep the record; with nobody to draw from it waits for a supervisor or for tomorrow.

    Who held this step before, on this case or on another of the same person for the same service within a month, gets
    it again: asking anew never buys a new draw. A second draw of one task takes a fresh `seed`, kept in the record.
    """
    pool = pool_for(held, task, step)
    earlier = None if seed else _earlier_holder(held, task)
    if not pool:
        task.draw = {"chosen": None, "pool": []}
    elif earlier in dict(pool):
        task.assignee_id, task.draw = earlier, {"chosen": str(earlier), "pool": [], "held_before": True}
    else:
        drawn = draw(seed_root=last_seal_root(), task_id=seed or task.id, pool=pool)
        task.assignee_id, task.draw = drawn.chosen, {**drawn.to_json(), **({"nonce": str(seed)} if seed else {})}


def _earlier_holder(held: Held, task: Task) -> UUID | None:
    """Who last held this step for this person and service; one statement at most."""
    here = [t.assignee_id for t in held.tasks if t.step == task.step and t.assignee_id and t.id != task.id]
    if here:
        return here[-1]
    case = held.case
    before = Task.objects.filter(
        case__beneficiary_id=case.beneficiary_id,
        case__service_key=case.service_key,
        case__unit_id=case.unit_id,
        step=task.step,
        assignee_id__isnull=False,
        opened_at__gt=clock.now() - AGAIN,
    ).exclude(case_id=case.id)
    return before.order_by("-opened_at").values_list("assignee_id", flat=True).first()
