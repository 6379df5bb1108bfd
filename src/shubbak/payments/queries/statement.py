"""The cashier's statement: which numbers, by which means, for which settlement codes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet, Sum

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.money import Money

from ..models import InvoiceLine, Receipt
from ..rules import visible_to
from ..states import Means, ReceiptState
from .invoices import ReceiptView, receipt_view


@dataclass(frozen=True, slots=True)
class Leaves:
    """The printed numbers of one book consumed in the period, both ends included."""

    series: str
    book_number: int
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What was collected, void receipts apart; `by_code` and `by_means` both add up to `total`."""

    receipts: tuple[ReceiptView, ...]
    void: tuple[ReceiptView, ...]
    leaves: tuple[Leaves, ...]
    by_means: tuple[tuple[Means, int, Money], ...]
    by_code: tuple[tuple[str, Money], ...]
    total: Money


def drawer_statement(by: Actor, drawer_id: UUID) -> Statement:
    """The statement of one shift: two statements of SQL. Empty for a drawer the actor may not see."""
    return _statement(visible_to(by, Receipt.objects.filter(drawer_id=drawer_id)))


def day_statement(by: Actor, *, unit: str, on: date) -> Statement:
    """Everything collected in a unit on a Cairo day, by every cashier, and leaves spoiled that day."""
    start = datetime.combine(on, time.min, clock.CAIRO)
    end = datetime.combine(on + timedelta(days=1), time.min, clock.CAIRO)
    return _statement(visible_to(by, Receipt.objects.filter(unit=unit, at__gte=start, at__lt=end)))


def _statement(rows: QuerySet[Receipt]) -> Statement:
    every = [receipt_view(row) for row in rows.select_related("book").order_by("book_id", "number")]
    issued = tuple(view for view in every if view.state == ReceiptState.ISSUED)
    codes = (
        InvoiceLine.objects.filter(invoice_id__in=[view.invoice_id for view in issued])
        .values_list("settlement_code")
        .annotate(due=Sum("amount"))
        .order_by("settlement_code")
    )
    return Statement(
        receipts=issued,
        void=tuple(view for view in every if view.state == ReceiptState.VOID),
        leaves=_leaves(every),
        by_means=_by_means(issued),
        by_code=tuple((code, Money(int(due))) for code, due in codes),
        total=Money(sum(view.amount.piastres for view in issued)),
    )


def _leaves(every: list[ReceiptView]) -> tuple[Leaves, ...]:
    books: dict[UUID, list[ReceiptView]] = {}
    for view in every:
        books.setdefault(view.book_id, []).append(view)
    return tuple(
        Leaves(rows[0].series, rows[0].book_number, rows[0].printed_number, rows[-1].printed_number, len(rows))
        for rows in books.values()
    )


def _by_means(issued: tuple[ReceiptView, ...]) -> tuple[tuple[Means, int, Money], ...]:
    counts: Counter[Means] = Counter()
    sums: Counter[Means] = Counter()
    for view in issued:
        if view.means:
            counts[view.means] += 1
            sums[view.means] += view.amount.piastres
    return tuple((means, counts[means], Money(sums[means])) for means in Means if counts[means])
