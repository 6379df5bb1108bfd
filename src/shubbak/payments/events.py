"""What money announces upward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class InvoicePaid:
    """An invoice was paid in full. May come again for the same invoice after a voided receipt: react once only."""

    invoice_id: UUID
    subject_id: UUID
    receipt_id: UUID
    collected_by: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ReceiptVoided:
    """A receipt was spoiled and its invoice is unpaid again. A subscriber may refuse, which undoes the void."""

    invoice_id: UUID
    subject_id: UUID
    receipt_id: UUID
    voided_by: UUID
    at: datetime
