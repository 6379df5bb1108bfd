"""Spoil the next leaf of a book: torn, misprinted, unusable."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Receipt, ReceiptBook
from ..rules import must_supervise
from ..states import BookState, ReceiptState


@whole
def spoil_leaf(*, by: Actor, book_id: UUID, reason: str) -> Receipt:
    """A void receipt of no amount on the book's next number, so that no number is ever missing. By a supervisor."""
    book = ReceiptBook.objects.select_for_update().filter(id=book_id).first()
    if book is None:
        raise NotThere("not_there", _("There is no such receipt book."))
    must_supervise(by, book.unit)
    if book.state == BookState.FINISHED:
        raise NotNow("book_finished", _("Every leaf of this book is used."))
    if not visible(reason):
        message = _("Write why the leaf is spoiled: it is kept with the book.")
        raise Invalid("reason", message, faults=[Fault("reason", "required", message)])
    at = clock.now()
    ReceiptBook.objects.filter(id=book.id).update(next_number=F("next_number") + 1)
    receipt = Receipt.objects.create(
        book=book,
        number=book.next_number,
        printed_number=book.printed(book.next_number),
        unit=book.unit,
        governorate=book.governorate,
        amount=0,
        state=ReceiptState.VOID,
        collected_by=by.id,
        at=at,
        void_reason=visible(reason),
        voided_by=by.id,
        voided_at=at,
    )
    facts = {"number": receipt.printed_number, "book": str(book.id)}
    record(by=by, act="payments.leaf_spoiled", subject="receipt", subject_id=receipt.id, unit=book.unit, facts=facts)
    return receipt
