"""What cases do when a slice below announces something."""

from shubbak.kernel.events import on
from shubbak.payments.events import InvoicePaid, ReceiptVoided

from .actions.pay_step import pay_step
from .actions.unpay_step import unpay_step


@on(InvoicePaid)
def let_the_case_past(event: InvoicePaid) -> None:
    """A paid invoice lets the case that waited for it go on, in the same transaction."""
    pay_step(
        subject_id=event.subject_id,
        invoice_id=event.invoice_id,
        receipt_id=event.receipt_id,
        collected_by=event.collected_by,
    )


@on(ReceiptVoided)
def make_the_case_wait_again(event: ReceiptVoided) -> None:
    """A spoiled receipt puts the case back before its payment, unless somebody has already gone on from there."""
    unpay_step(invoice_id=event.invoice_id, receipt_id=event.receipt_id, voided_by=event.voided_by)
