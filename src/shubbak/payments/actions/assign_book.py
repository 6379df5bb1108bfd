"""Hand a receipt book to a cashier."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotNow, NotThere, NotYours
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import ReceiptBook
from ..rules import must_supervise
from ..states import BookState


@whole
def assign_book(*, by: Actor, book_id: UUID, staff_id: UUID) -> ReceiptBook:
    """The book, now in the hands of `staff_id`, who uses it after those already held.

    By a supervisor, never to herself. A started book may pass to another cashier; a finished one may not.
    """
    book = ReceiptBook.objects.select_for_update().filter(id=book_id).first()
    if book is None:
        raise NotThere("not_there", _("There is no such receipt book."))
    must_supervise(by, book.unit)
    if staff_id == by.id:
        raise NotYours("own_book", _("A supervisor does not hand a book to herself."))
    if book.state == BookState.FINISHED:
        raise NotNow("book_finished", _("Every leaf of this book is used."))
    book.holder_id, book.assigned_at = staff_id, clock.now()
    ReceiptBook.objects.filter(id=book.id).update(holder_id=staff_id, assigned_at=book.assigned_at)
    facts = {"holder": str(staff_id), "next": book.next_number}
    record(by=by, act="payments.book_assigned", subject="receipt_book", subject_id=book.id, unit=book.unit, facts=facts)
    return book
