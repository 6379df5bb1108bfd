"""Let a case past the payment it waited for."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.flow import engine
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.trail.whole import whole

from ..held import hold
from ..states import Duty, TaskState
from .guard import guard
from .move import Deed, move


@whole
def pay_step(*, subject_id: UUID, invoice_id: UUID, receipt_id: UUID, collected_by: UUID) -> None:
    """An invoice was paid: the payment step that waited for it is done. For invoices of other subjects: nothing."""
    try:
        held = hold(subject_id, by=None)
    except NotThere:
        return
    task = next((t for t in held.tasks if t.invoice_id == invoice_id and t.state == TaskState.OPEN), None)
    if task is None:
        raise NotNow("moved_on", _("The case no longer waits for this payment."))
    by = Actor(id=collected_by, kind=ActorKind.STAFF)
    step = held.service.flow.steps[task.step]
    guard(held, by=by, step=step, duty=Duty.COLLECT)
    plan = engine.paid(held.service, held.position(), task.id, held.facts(paid=True))
    deed = Deed(
        by=by,
        action="pay",
        kind="paid",
        step=step,
        task=task,
        duty=Duty.COLLECT,
        events=frozenset({"fee_paid"}),
        facts={"invoice": str(invoice_id), "receipt": str(receipt_id)},
    )
    move(held, plan=plan, deed=deed)
