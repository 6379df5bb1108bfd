"""Collect an invoice against the next leaf of the cashier's book."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import latin_digits, visible
from shubbak.kernel.events import announce
from shubbak.kernel.ids import uuid7
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

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
)::text
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


@dataclass(frozen=True, slots=True)
class _Paid:
    """The invoice as it was closed."""

    id: UUID
    unit: str
    governorate: str
    subject_id: UUID
    total: int
    codes: dict[str, int]
    at: datetime


@whole
def collect(
    *, by: Actor, invoice_id: UUID, means: str, amount: Money, printed_number: str | None, reference: str = ""
) -> Receipt:
    """The receipt for a whole invoice; part payments are not taken in this release. Announces InvoicePaid.

    The receipt consumes the next leaf of the cashier's book in hand; a `printed_number` that is given must be it.
    `reference` is the card slip's or the deposit notice's: the counter asks for it, a program may leave it to
    reconciliation. Four statements. Refuses: no open drawer, no book, paid already, another amount, unlawful means,
    another number.
    """
    reference = visible(reference)
    _check_means(means)
    invoice = _pay(by, invoice_id, amount)
    _must_be_lawful(means, Money(invoice.total))
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


def _check_means(means: str) -> None:
    if means not in Means.values:
        known = ", ".join(Means.values)
        fault = Fault("means", "unknown", _("Use one of: %(known)s.") % {"known": known})
        raise Invalid("means", fault.message, faults=[fault])


def _pay(by: Actor, invoice_id: UUID, amount: Money) -> _Paid:
    """Lock and close the invoice in one statement; whatever is refused afterwards rolls it back."""
    at = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(_PAY, [at, invoice_id])
        row = cursor.fetchone()
    if row is None:
        raise _not_open(by, invoice_id)
    unit, governorate, subject_id, due, codes = row
    must_collect(by, unit)
    if amount.piastres != due:
        message = _("The invoice is for %(due)s pounds. Collect exactly that: part payments are not taken.")
        fault = Fault("amount", "amount", message % {"due": Money(due)})
        raise Invalid("amount", fault.message, faults=[fault])
    return _Paid(invoice_id, unit, governorate, subject_id, due, json.loads(codes), at)


def _must_be_lawful(means: str, amount: Money) -> None:
    lawful = queries.lawful_means(amount, clock.today())
    if means in lawful:
        return
    named = " / ".join(str(way.label) for way in lawful)
    message = _("For %(amount)s pounds the law allows only: %(means)s.") % {"amount": amount, "means": named}
    raise Invalid("unlawful_means", message, faults=[Fault("means", "unlawful_means", message)])


def _not_open(by: Actor, invoice_id: UUID) -> NotNow | NotThere:
    invoice = Invoice.objects.filter(id=invoice_id).first()
    if invoice is None:
        return NotThere("not_there", _("There is no such invoice."))
    must_collect(by, invoice.unit)
    if invoice.state == InvoiceState.CANCELLED:
        return NotNow("invoice_cancelled", _("This invoice was cancelled: there is nothing to collect."))
    receipt = Receipt.objects.filter(invoice=invoice, state=ReceiptState.ISSUED).first()
    number = receipt.printed_number if receipt else ""
    return NotNow("already_paid", _("This invoice is paid already, by receipt %(number)s.") % {"number": number})


def _take_leaf(by: Actor, invoice: _Paid, means: str, reference: str) -> Receipt:
    receipt = Receipt(
        id=uuid7(),
        invoice_id=invoice.id,
        unit=invoice.unit,
        governorate=invoice.governorate,
        means=str(means),
        reference=reference,
        amount=invoice.total,
        collected_by=by.id,
        at=invoice.at,
    )
    values: dict[str, Any] = {
        "by": by.id,
        "unit": invoice.unit,
        "id": receipt.id,
        "invoice": invoice.id,
        "governorate": invoice.governorate,
        "means": receipt.means,
        "reference": reference,
        "amount": receipt.amount,
        "at": receipt.at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_LEAF, values)
        row = cursor.fetchone()
    if row is None:
        raise _no_leaf(by, invoice.unit)
    receipt.book_id, receipt.drawer_id, receipt.number, receipt.printed_number = row
    return receipt


def _no_leaf(by: Actor, unit: str) -> NotNow:
    if queries.open_drawer(staff_id=by.id, unit=unit) is None:
        return NotNow("no_drawer", _("Open your drawer before you collect."))
    return NotNow("no_book", _("You hold no receipt book with numbers left. Ask the supervisor for one."))


def _same_number(given: str, receipt: Receipt) -> bool:
    digits = latin_digits(given).strip()
    return digits.isascii() and digits.isdigit() and len(digits) <= 40 and int(digits) == receipt.number


def _unexpected(expected: str) -> Invalid:
    message = _("The next printed number is %(expected)s. If that leaf is damaged, ask the supervisor to spoil it.")
    fault = Fault("printed_number", "unexpected_number", message % {"expected": expected})
    return Invalid("unexpected_number", fault.message, faults=[fault])
