"""Invoices with their lines and receipts, as other slices and pages read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shubbak.kernel.money import Money

from ..models import Invoice, InvoiceLine, Receipt
from ..states import InvoiceState, Means, ReceiptState


@dataclass(frozen=True, slots=True)
class LineView:
    """One fee; its label in both languages."""

    code: str
    label_ar: str
    label_en: str
    amount: Money
    settlement_code: str
    source: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A consumed leaf: issued, or void with its reason. `means` is empty for a leaf spoiled before any collection."""

    id: UUID
    invoice_id: UUID | None
    drawer_id: UUID | None
    book_id: UUID
    series: str
    book_number: int
    printed_number: str
    unit: str
    means: Means | None
    reference: str
    amount: Money
    state: ReceiptState
    collected_by: UUID
    at: datetime
    void_reason: str
    voided_by: UUID | None
    voided_at: datetime | None


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """An invoice, its fees in order, and its receipts, the oldest first (void ones too)."""

    id: UUID
    subject_id: UUID
    payer_id: UUID | None
    unit: str
    total: Money
    state: InvoiceState
    created_at: datetime
    paid_at: datetime | None
    lines: tuple[LineView, ...]
    receipts: tuple[ReceiptView, ...]

    @property
    def receipt(self) -> ReceiptView | None:
        """The receipt that stands, if it is paid."""
        return next((receipt for receipt in self.receipts if receipt.state == ReceiptState.ISSUED), None)


def invoices(*, ids: Iterable[UUID] = (), subject_ids: Iterable[UUID] = ()) -> list[InvoiceView]:
    """Invoices by key or by subject, oldest first: three statements. The caller has asked who may see the subject."""
    found = (
        Invoice.objects.filter(id__in=list(ids)) | Invoice.objects.filter(subject_id__in=list(subject_ids))
    ).order_by("created_at", "id")
    rows = list(found)
    keys = [row.id for row in rows]
    lines: defaultdict[UUID, list[LineView]] = defaultdict(list)
    for line in InvoiceLine.objects.filter(invoice_id__in=keys).order_by("invoice_id", "place"):
        lines[line.invoice_id].append(_line(line))
    receipts: defaultdict[UUID, list[ReceiptView]] = defaultdict(list)
    for row in Receipt.objects.filter(invoice_id__in=keys).select_related("book").order_by("at", "id"):
        if row.invoice_id:
            receipts[row.invoice_id].append(receipt_view(row))
    return [
        InvoiceView(
            id=row.id,
            subject_id=row.subject_id,
            payer_id=row.payer_id,
            unit=row.unit,
            total=row.amount,
            state=InvoiceState(row.state),
            created_at=row.created_at,
            paid_at=row.paid_at,
            lines=tuple(lines[row.id]),
            receipts=tuple(receipts[row.id]),
        )
        for row in rows
    ]


def receipt(receipt_id: UUID) -> ReceiptView | None:
    """One receipt. The caller has asked who may see it."""
    found = Receipt.objects.select_related("book").filter(id=receipt_id).first()
    return receipt_view(found) if found else None


def _line(line: InvoiceLine) -> LineView:
    return LineView(
        code=line.code,
        label_ar=line.label_ar,
        label_en=line.label_en,
        amount=Money(line.amount),
        settlement_code=line.settlement_code,
        source=line.source,
        illustrative=line.illustrative,
    )


def receipt_view(row: Receipt) -> ReceiptView:
    """A receipt row, its book joined, as a view."""
    return ReceiptView(
        id=row.id,
        invoice_id=row.invoice_id,
        drawer_id=row.drawer_id,
        book_id=row.book_id,
        series=row.book.series,
        book_number=row.book.book_number,
        printed_number=row.printed_number,
        unit=row.unit,
        means=Means(row.means) if row.means else None,
        reference=row.reference,
        amount=row.money,
        state=ReceiptState(row.state),
        collected_by=row.collected_by,
        at=row.at,
        void_reason=row.void_reason,
        voided_by=row.voided_by,
        voided_at=row.voided_at,
    )
