"""What a case costs and what was paid."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from shubbak.flow.words import Text
from shubbak.payments import queries as payments

from ..models import Task
from .line import Passage
from .views import InvoiceView, LineView


def case_invoices(case_id: UUID, tasks: Iterable[Task | Passage]) -> tuple[InvoiceView, ...]:
    """The invoices of a case with their lines and the receipts in force, oldest first: one statement, or none where no
    step ever asked for money."""
    by_invoice = {t.invoice_id: t.id for t in tasks if t.invoice_id}
    if not by_invoice:
        return ()
    rows = sorted(payments.invoices(subject_ids=[case_id]), key=lambda row: row.created_at)
    return tuple(_view(row, by_invoice.get(row.id)) for row in rows)


def invoice_lines(rows: Iterable[payments.LineView]) -> tuple[LineView, ...]:
    """The lines of an invoice in words of both languages."""
    return tuple(
        LineView(
            code=row.code,
            label=Text(row.label_ar, row.label_en),
            amount=row.amount,
            settlement_code=row.settlement_code,
            rule=Text(row.rule_ar, row.rule_en) if row.rule_ar else None,
            source=row.source,
            illustrative=row.illustrative,
        )
        for row in rows
    )


def _view(row: payments.InvoiceView, task_id: UUID | None) -> InvoiceView:
    receipt = next((r for r in row.receipts if r.state == "issued"), None)
    return InvoiceView(
        id=row.id,
        task_id=task_id,
        state=row.state,
        total=row.total,
        lines=invoice_lines(row.lines),
        by_settlement_code=payments.by_settlement_code(row.lines),
        created_at=row.created_at,
        paid_at=row.paid_at,
        receipt_number=receipt.printed_number if receipt else "",
        receipt_id=receipt.id if receipt else None,
    )
