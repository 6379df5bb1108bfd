"""Cancel an unpaid invoice."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Entry, Invoice
from ..states import EntryKind, InvoiceState
from .reverse import reverse


@whole
def cancel_invoice(*, by: Actor, invoice_id: UUID) -> Invoice:
    """The invoice, cancelled, and its ledger entry reversed. The calling act asks who may; NotNow when it is paid."""
    invoice = Invoice.objects.select_for_update().filter(id=invoice_id).first()
    if invoice is None:
        raise NotThere("not_there", _("There is no such invoice."))
    if invoice.state != InvoiceState.OPEN:
        raise NotNow("not_open", _("Only an unpaid invoice is cancelled; money collected is returned first."))
    at = clock.now()
    Invoice.objects.filter(id=invoice.id).update(state=InvoiceState.CANCELLED)
    invoice.state = InvoiceState.CANCELLED
    raised = Entry.objects.get(subject_id=invoice.id, kind=EntryKind.INVOICE_RAISED)
    reverse(by=by, entry=raised, kind=EntryKind.INVOICE_CANCELLED, at=at)
    facts = {"piastres": invoice.total}
    record(
        by=by,
        act="payments.invoice_cancelled",
        subject="invoice",
        subject_id=invoice.id,
        unit=invoice.unit,
        facts=facts,
    )
    return invoice
