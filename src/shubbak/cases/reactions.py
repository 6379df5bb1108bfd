"""What cases do when a slice below announces something."""

from procrastinate.contrib.django import app

from shubbak.kernel.events import on
from shubbak.payments.events import InvoicePaid, ReceiptVoided
from shubbak.places.events import CalendarDayDecided
from shubbak.places.queries import STALE_SECONDS

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


@on(CalendarDayDecided)
def count_by_the_new_calendar(event: CalendarDayDecided) -> None:
    """The dates of running cases are counted anew once every process counts by the new calendar."""
    later = app.configure_task("cases.recount", lock="cases.recount", schedule_in={"seconds": STALE_SECONDS + 30})
    later.defer(since=event.at.isoformat())
