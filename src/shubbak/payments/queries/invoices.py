"""Invoices with their lines and receipts, as other slices and pages read them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import connection

from shubbak.kernel.money import Money

from ..models import Invoice, Receipt
from ..states import InvoiceState, Means, ReceiptState

_INVOICES = """
SELECT i.id, i.subject_id, i.payer_id, i.unit, i.total, i.state, i.created_at, i.paid_at,
    coalesce((
        SELECT json_agg(json_build_object(
            'code', l.code, 'label_ar', l.label_ar, 'label_en', l.label_en, 'amount', l.amount,
            'settlement_code', l.settlement_code, 'rule_ar', l.rule_ar, 'rule_en', l.rule_en, 'source', l.source,
            'illustrative', l.illustrative
        ) ORDER BY l.place) FROM payments_invoiceline l WHERE l.invoice_id = i.id
    ), '[]')::text,
    coalesce((
        SELECT json_agg(json_build_object(
            'id', r.id, 'invoice_id', r.invoice_id, 'drawer_id', r.drawer_id, 'book_id', r.book_id,
            'series', b.series, 'book_number', b.book_number, 'printed_number', r.printed_number, 'unit', r.unit,
            'means', r.means, 'reference', r.reference, 'amount', r.amount, 'state', r.state,
            'collected_by', r.collected_by, 'at', r.at, 'void_reason', r.void_reason, 'voided_by', r.voided_by,
            'voided_at', r.voided_at
        ) ORDER BY r.at, r.id)
        FROM payments_receipt r JOIN payments_receiptbook b ON b.id = r.book_id WHERE r.invoice_id = i.id
    ), '[]')::text
FROM payments_invoice i WHERE i.id = ANY(%s) OR i.subject_id = ANY(%s) ORDER BY i.created_at, i.id
"""
_KEYS = ("id", "invoice_id", "drawer_id", "book_id", "collected_by", "voided_by")


class Credited(Protocol):
    """A line of whatever kind that says where its amount goes."""

    @property
    def amount(self) -> Money: ...
    @property
    def settlement_code(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LineView:
    """One fee; its label, and the rule by which it came about, in both languages."""

    code: str
    label_ar: str
    label_en: str
    amount: Money
    settlement_code: str
    rule_ar: str
    rule_en: str
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
    """Invoices by key or by subject, oldest first: one statement. The caller has asked who may see the subject."""
    asked = [list(ids), list(subject_ids)]
    if not any(asked):
        return []
    with connection.cursor() as cursor:
        cursor.execute(_INVOICES, asked)
        return [_invoice(row) for row in cursor.fetchall()]


def _invoice(row: tuple[Any, ...]) -> InvoiceView:
    """A row of the statement, in the order of its columns."""
    id, subject_id, payer_id, unit, total, state, created_at, paid_at, lines, receipts = row
    return InvoiceView(
        id=id,
        subject_id=subject_id,
        payer_id=payer_id,
        unit=unit,
        total=Money(total),
        state=InvoiceState(state),
        created_at=created_at,
        paid_at=paid_at,
        lines=tuple(LineView(**line | {"amount": Money(line["amount"])}) for line in json.loads(lines)),
        receipts=tuple(_receipt(one) for one in json.loads(receipts)),
    )


def _receipt(row: dict[str, Any]) -> ReceiptView:
    keys = {name: UUID(row[name]) if row[name] else None for name in _KEYS}
    return ReceiptView(
        **row
        | keys
        | {
            "means": Means(row["means"]) if row["means"] else None,
            "amount": Money(row["amount"]),
            "state": ReceiptState(row["state"]),
            "at": datetime.fromisoformat(row["at"]),
            "voided_at": datetime.fromisoformat(row["voided_at"]) if row["voided_at"] else None,
        }
    )


def billed(invoice: Invoice) -> tuple[LineView, ...]:
    """The lines of an invoice that this act raised, without reading them; none for any other."""
    return tuple(
        LineView(
            line.code,
            line.label_ar,
            line.label_en,
            Money(line.amount),
            line.settlement_code,
            line.rule_ar,
            line.rule_en,
            line.source,
            line.illustrative,
        )
        for line in invoice.billed
    )


def by_settlement_code(lines: Iterable[Credited]) -> tuple[tuple[str, Money], ...]:
    """What lines come to for each settlement code, in the order in which the codes first stand."""
    sums: dict[str, Money] = {}
    for line in lines:
        sums[line.settlement_code] = sums.get(line.settlement_code, Money()) + line.amount
    return tuple(sums.items())


def receipt(receipt_id: UUID) -> ReceiptView | None:
    """One receipt. The caller has asked who may see it."""
    found = Receipt.objects.select_related("book").filter(id=receipt_id).first()
    return receipt_view(found) if found else None


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
