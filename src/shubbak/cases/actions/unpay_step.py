"""Take back the step a payment opened, when its receipt is spoiled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.flow.engine import Plan, Token, groups_from_json
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import NotNow
from shubbak.trail.whole import whole

from ..held import hold
from ..models import Case
from ..states import Duty, TaskState
from .guard import guard
from .move import Deed, move


@whole
def unpay_step(*, invoice_id: UUID, receipt_id: UUID, voided_by: UUID) -> None:
    """The case waits for this invoice again. Refuses once somebody has acted on what the payment opened."""
    case = Case.objects.filter(tasks__invoice_id=invoice_id).values_list("pk", flat=True).first()
    if case is None:
        return
    held = hold(case, by=None)
    task = [t for t in held.tasks if t.invoice_id == invoice_id][-1]
    ended = held.case.ended_at is not None
    if ended or not held.acts or held.acts[-1]["action"] != "pay" or task.state != TaskState.DONE:
        message = _("The case has moved on since this payment. Refund it instead of voiding the receipt.")
        raise NotNow("case_moved_on", message)
    by = Actor(id=voided_by, kind=ActorKind.STAFF)
    guard(held, by=by, step=None, duty=Duty.COLLECT)
    opened = [t for t in held.tasks if t.state == TaskState.OPEN and t.opened_at >= (task.done_at or t.opened_at)]
    token = Token(uuid7(), task.step, False, groups_from_json(task.groups))
    plan = Plan(None, "unpaid", "waiting_payment", cancelled=tuple(t.id for t in opened), opened=(token,))
    facts = {"receipt": str(receipt_id)}
    deed = Deed(
        by=by,
        action="unpay",
        kind="unpaid",
        task=task,
        duty=Duty.COLLECT,
        undoes="fee_paid" if _is_only_payment(held.acts) else "",
        facts=facts,
        invoice_id=invoice_id,
    )
    move(held, plan=plan, deed=deed)


def _is_only_payment(acts: list[dict[str, Any]]) -> bool:
    """Whether nothing else stands paid on the case, so that what began with payment has not begun."""
    done = [act["action"] for act in acts]
    return done.count("pay") - done.count("unpay") == 1
