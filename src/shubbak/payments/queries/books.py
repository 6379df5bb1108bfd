"""Receipt books and their next leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shubbak.kernel.actor import Actor

from ..models import ReceiptBook
from ..rules import visible_to
from ..states import BookState


@dataclass(frozen=True, slots=True)
class BookView:
    """A book as a page shows it; printed numbers as the press prints them, `next` empty when finished."""

    id: UUID
    unit: str
    series: str
    book_number: int
    first: str
    last: str
    next: str
    left: int
    state: BookState
    holder_id: UUID | None
    received_at: datetime


@dataclass(frozen=True, slots=True)
class LeafView:
    """The leaf that the cashier's next collection consumes."""

    book_id: UUID
    series: str
    book_number: int
    printed_number: str
    left: int


def books(by: Actor, *, unit: str = "", limit: int = 100) -> list[BookView]:
    """Books inside the units whose money the actor may see, newest first."""
    rows = visible_to(by, ReceiptBook.objects.all())
    if unit:
        rows = rows.filter(unit=unit)
    return [_view(book) for book in rows.order_by("-received_at", "-id")[:limit]]


def next_leaf(*, staff_id: UUID, unit: str) -> LeafView | None:
    """What `collect` would consume next for this cashier; None without a book in hand."""
    held = ReceiptBook.objects.in_hand(staff_id, unit).first()
    if held is None:
        return None
    left = held.last_number - held.next_number + 1
    return LeafView(held.id, held.series, held.book_number, held.printed(held.next_number), left)


def _view(book: ReceiptBook) -> BookView:
    left = book.last_number - book.next_number + 1
    return BookView(
        id=book.id,
        unit=book.unit,
        series=book.series,
        book_number=book.book_number,
        first=book.printed(book.first_number),
        last=book.printed(book.last_number),
        next=book.printed(book.next_number) if left else "",
        left=left,
        state=book.state,
        holder_id=book.holder_id,
        received_at=book.received_at,
    )
