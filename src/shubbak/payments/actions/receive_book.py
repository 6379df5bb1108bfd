"""Receive a receipt book from the press."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.refusal import Invalid, NotNow
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import ReceiptBook
from ..rules import must_supervise

WIDEST = 18


@whole
def receive_book(
    *, by: Actor, unit: str, series: str, book_number: int, first_number: str, last_number: str
) -> ReceiptBook:
    """A book in the unit's safe. First and last are written as printed; their width is how receipts are shown.

    Invalid when they are not numbers of one width in order; NotNow when a book of the series has such a number.
    """
    must_supervise(by, unit)
    first, last = latin_digits(first_number).strip(), latin_digits(last_number).strip()
    if not _in_order(first, last) or book_number < 1 or not series.strip():
        raise Invalid("book", _("Write the series, the book's number, and the first and last numbers as printed."))
    try:
        with transaction.atomic():
            book = ReceiptBook.objects.create(
                unit=unit,
                governorate=places.unit(unit).governorate,
                series=latin_digits(series).strip(),
                book_number=book_number,
                first_number=int(first),
                last_number=int(last),
                next_number=int(first),
                digits=len(last),
                received_at=clock.now(),
                received_by=by.id,
            )
    except IntegrityError:
        message = _(
            "A book of this series with this number, or with one of these printed numbers, was received before."
        )
        raise NotNow("book_known", message) from None
    facts = {"series": book.series, "book": book_number, "first": book.first_number, "last": book.last_number}
    record(by=by, act="payments.book_received", subject="receipt_book", subject_id=book.id, unit=unit, facts=facts)
    return book


def _in_order(first: str, last: str) -> bool:
    digits = all(number.isascii() and number.isdigit() and len(number) <= WIDEST for number in (first, last))
    return digits and 1 <= int(first) <= int(last)
