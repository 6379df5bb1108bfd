"""Collect what a case waits for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.payments.actions import collect
from shubbak.trail.whole import whole

from .. import rules
from ..held import Held, hold, in_hand
from ..models import Task
from ..states import Duty, TaskState
from .guard import guard


@whole
def take_payment(
    *,
    by: Actor,
    case_id: UUID,
    means: str,
    amount: Money,
    printed_number: str | None = None,
    reference: str = "",
    task_id: UUID | None = None,
) -> Any:
    """The cashier takes the whole of the invoice the case waits for; gives back the receipt, and the case moves on.

    Refuses whoever registered or judges the case. NotNow when nothing is to be paid now.
    """
    held = hold(case_id, by=by)
    task = _unpaid(held, task_id)
    if task is None or task.invoice_id is None:
        raise NotNow("nothing_due", _("Nothing is to be paid on this case now."))
    if not rules.may_collect(by, task):
        raise NotThere("no_such_action", _("There is no such action at this step."))
    guard(held, by=by, step=held.service.flow.steps[task.step], duty=Duty.COLLECT)
    with in_hand(held):
        return collect(
            by=by,
            invoice_id=task.invoice_id,
            means=means,
            amount=amount,
            printed_number=printed_number,
            reference=reference,
        )


def _unpaid(held: Held, task_id: UUID | None) -> Task | None:
    waiting = [t for t in held.tasks if t.kind == "payment" and t.state == TaskState.OPEN]
    if task_id is not None:
        waiting = [t for t in waiting if t.id == task_id]
    return waiting[0] if waiting else None
