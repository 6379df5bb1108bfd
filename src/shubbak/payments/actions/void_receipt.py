"""Void a receipt: spoil its number, reverse its entry, open its invoice again."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.events import announce
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere, NotYours
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..events import ReceiptVoided
from ..models import Drawer, Entry, Invoice, Receipt
from ..rules import must_supervise
from ..states import EntryKind, InvoiceState, ReceiptState
from .reverse import reverse


@whole
def void_receipt(*, by: Actor, receipt_id: UUID, reason: str) -> Receipt:
    """The receipt, void. By a supervisor who did not collect it, while its drawer is open; announces ReceiptVoided.

    The money goes back to the payer from that drawer. After closing, money is returned by a refund order, which is
    not in this release. The printed number stays spoiled and the next collection consumes the next one.
    """
    receipt = Receipt.objects.filter(id=receipt_id).first()
    if receipt is None or receipt.invoice_id is None or receipt.drawer_id is None:
        raise NotThere("not_there", _("There is no such receipt."))
    must_supervise(by, receipt.unit)
    if receipt.collected_by == by.id:
        raise NotYours("own_receipt", _("Whoever collected does not void. Ask another supervisor."))
    if not visible(reason):
        message = _("Write why the receipt is void: it is kept with the leaf.")
        raise Invalid("reason", message, faults=[Fault("reason", "required", message)])
    invoice = Invoice.objects.select_for_update().get(id=receipt.invoice_id)
    drawer = Drawer.objects.select_for_update().get(id=receipt.drawer_id)
    receipt = Receipt.objects.select_for_update().get(id=receipt_id)
    if receipt.state == ReceiptState.VOID:
        raise NotNow("void_already", _("This receipt is void already."))
    if drawer.closed_at is not None:
        raise NotNow("drawer_closed", _("The drawer is closed: money is now returned by a refund order only."))
    _write(by, receipt, invoice, visible(reason))
    return receipt


def _write(by: Actor, receipt: Receipt, invoice: Invoice, reason: str) -> None:
    at = clock.now()
    receipt.state, receipt.void_reason, receipt.voided_by, receipt.voided_at = ReceiptState.VOID, reason, by.id, at
    Receipt.objects.filter(id=receipt.id).update(state=receipt.state, void_reason=reason, voided_by=by.id, voided_at=at)
    Invoice.objects.filter(id=invoice.id).update(state=InvoiceState.OPEN, paid_at=None)
    entry = Entry.objects.get(subject_id=receipt.id, kind=EntryKind.COLLECTED)
    reverse(by=by, entry=entry, kind=EntryKind.RECEIPT_VOIDED, at=at)
    facts = {"invoice": str(invoice.id), "number": receipt.printed_number, "piastres": receipt.amount}
    record(
        by=by, act="payments.receipt_voided", subject="receipt", subject_id=receipt.id, unit=receipt.unit, facts=facts
    )
    announce(ReceiptVoided(invoice.id, invoice.subject_id, receipt.id, by.id, at))
