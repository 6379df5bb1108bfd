"""Order a payment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.money import Money, total
from shubbak.kernel.refusal import Invalid
from shubbak.places import queries as places
from shubbak.trail.actions import insert_rows
from shubbak.trail.whole import whole

from ..models import Invoice, InvoiceLine
from ..states import AccountKind, EntryKind
from .post import moved, post


class Label(Protocol):
    """A text in both languages."""

    @property
    def ar(self) -> str: ...
    @property
    def en(self) -> str: ...


class LineDue(Protocol):
    """One fee that is due: what `flow.fees.fees` gives."""

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> Label: ...
    @property
    def amount(self) -> Money: ...
    @property
    def settlement_code(self) -> str: ...
    @property
    def rule(self) -> Label | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def illustrative(self) -> bool: ...


@whole
def raise_invoice(
    *, by: Actor, subject_id: UUID, payer_id: UUID | None, unit: str, lines: Sequence[LineDue]
) -> Invoice:
    """An open invoice for `lines` (those of zero fall away) and its ledger entry: three inserts. It comes back with its
    lines as `billed`.

    Part of a larger act, which asks who may and writes the trail. Invalid when nothing is due or a line is negative.
    """
    due = [line for line in lines if line.amount]
    if not due or any(line.amount.piastres < 0 for line in due):
        raise Invalid("nothing_due", _("An invoice needs at least one fee above zero, and none below."))
    invoice = Invoice(
        payer_id=payer_id,
        unit=unit,
        governorate=places.unit(unit).governorate,
        subject_id=subject_id,
        total=total([line.amount for line in due]).piastres,
        created_at=clock.now(),
    )
    insert_rows([invoice])
    invoice.billed = tuple(_line(invoice, place, line) for place, line in enumerate(due, 1))
    insert_rows(invoice.billed)
    codes: Counter[str] = Counter()
    for line in due:
        codes[line.settlement_code] += line.amount.piastres
    post(
        by=by,
        kind=EntryKind.INVOICE_RAISED,
        unit=unit,
        subject_id=invoice.id,
        sides=moved(codes, into=AccountKind.RECEIVABLE, out_of=AccountKind.REVENUE),
        at=invoice.created_at,
    )
    return invoice


def _line(invoice: Invoice, place: int, line: LineDue) -> InvoiceLine:
    return InvoiceLine(
        invoice_id=invoice.id,
        place=place,
        code=line.code,
        label_ar=line.label.ar,
        label_en=line.label.en,
        amount=line.amount.piastres,
        settlement_code=line.settlement_code,
        rule_ar=line.rule.ar if line.rule else "",
        rule_en=line.rule.en if line.rule else "",
        source=line.source or "",
        illustrative=line.illustrative,
    )
