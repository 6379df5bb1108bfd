"""Collect an invoice against the next leaf of the cashier's book."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.events import announce
from shubbak.kernel.ids import uuid7
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere
from shubbak.trail.actions import record

from .. import queries
from ..events import InvoicePaid
from ..models import Invoice, Receipt
from ..rules import must_collect
from ..states import AccountKind, EntryKind, InvoiceState, Means, ReceiptState
from .post import moved, post

_PAY = """
UPDATE payments_invoice SET state = 'paid', paid_at = %s WHERE id = %s AND state = 'open'
RETURNING unit, governorate, subject_id, total, (
    SELECT jsonb_object_agg(code, due) FROM (
        SELECT settlement_code AS code, sum(amount)::bigint AS due FROM payments_invoiceline
        WHERE invoice_id = payments_invoice.id GROUP BY settlement_code
    ) AS by_code
)::text::json
"""

_TAKE_LEAF = """
WITH drawer AS (
    SELECT id FROM payments_drawer WHERE staff_id = %(by)s AND unit = %(unit)s AND closed_at IS NULL FOR UPDATE
), leaf AS (
    UPDATE payments_receiptbook SET next_number = next_number + 1 WHERE id = (
        SELECT id FROM payments_receiptbook
        WHERE holder_id = %(by)s AND unit = %(unit)s AND next_number <= last_number
        ORDER BY assigned_at, id LIMIT 1 FOR UPDATE
    ) AND EXISTS (SELECT 1 FROM drawer)
    RETURNING id, next_number - 1 AS number, lpad((next_number - 1)::text, digits, '0') AS printed
)
INSERT INTO payments_receipt (id, invoice_id, book_id, drawer_id, number, printed_number, unit, governorate, means,
    reference, amount, state, collected_by, at, void_reason)
SELECT %(id)s, %(invoice)s, leaf.id, drawer.id, leaf.number, leaf.printed, %(unit)s, %(governorate)s, %(means)s,
    %(reference)s, %(amount)s, 'issued', %(by)s, %(at)s, ''
FROM drawer, leaf
RETURNING book_id, drawer_id, number, printed_number
"""


@transaction.atomic
def collect(
    *, by: Actor, invoice_id: UUID, means: str, amount: Money, printed_number: str | None, reference: str = ""
) -> Receipt:
    """The receipt for a whole invoice; part payments are not taken in this release. Announces InvoicePaid.

    The receipt consumes the next leaf of the cashier's book in hand; a `printed_number` that is given must be it.
    Four statements. Refuses: no open drawer, no book, paid already, another amount, unlawful means, another number.
    """
    reference = reference.strip()
    _check_means(means, reference)
    invoice = _pay(by, invoice_id, amount)
    queries.must_be_lawful(means, Money(invoice.total), clock.today())
    receipt = _take_leaf(by, invoice, means, reference)
    if printed_number is not None and not _same_number(printed_number, receipt):
        raise _unexpected(receipt.printed_number)
    post(
        by=by,
        kind=EntryKind.COLLECTED,
        unit=invoice.unit,
        subject_id=receipt.id,
        sides=moved(invoice.codes, into=AccountKind(means), out_of=AccountKind.RECEIVABLE),
        at=receipt.at,
    )
    record(
        by=by,
        act="payments.collected",
        subject="receipt",
        subject_id=receipt.id,
        unit=invoice.unit,
        facts={
            "invoice": str(invoice.id),
            "number": receipt.printed_number,
            "means": str(means),
            "piastres": receipt.amount,
        },
    )
    announce(InvoicePaid(invoice.id, invoice.subject_id, receipt.id, by.id, receipt.at))
    return receipt
