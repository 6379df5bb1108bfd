"""Raising and cancelling invoices."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.flow.words import Text
from shubbak.kernel.actor import Actor
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotNow
from shubbak.payments import actions, queries
from shubbak.payments.models import Entry, Invoice, InvoiceLine
from shubbak.payments.states import AccountKind, InvoiceState

from .cast import UNIT, fee


def test_an_invoice_has_its_lines_and_its_entry(owed: Callable[..., Invoice]) -> None:
    invoice = owed("100", "5.50", "6")
    [view] = queries.invoices(ids=[invoice.id])
    assert view.total == Money.parse("111.50")
    assert [(line.settlement_code, str(line.amount)) for line in view.lines] == [
        ("4201", "100.00"),
        ("4202", "5.50"),
        ("4203", "6.00"),
    ]
    assert queries.balance(unit=UNIT, kind=AccountKind.RECEIVABLE) == Money.parse("111.50")
    assert queries.balance(unit=UNIT, kind=AccountKind.REVENUE) == -Money.parse("111.50")


def test_every_line_keeps_how_it_came_about_and_what_that_rests_on(cashier: Actor) -> None:
    told = replace(fee("480"), rule=Text("80 م² × 6", "80 m² × 6"), source="Decree 9 of 2026", illustrative=True)
    given = {"by": cashier, "subject_id": uuid.uuid4(), "payer_id": None, "unit": UNIT}
    invoice = actions.raise_invoice(lines=[told, fee("3", 2)], **given)
    [view] = queries.invoices(ids=[invoice.id])
    ruled, plain = view.lines
    assert (ruled.rule_ar, ruled.rule_en, ruled.source) == ("80 م² × 6", "80 m² × 6", "Decree 9 of 2026")
    assert ruled.illustrative and (plain.rule_ar, plain.source, plain.illustrative) == ("", "", False)
    assert queries.billed(invoice) == view.lines
    assert queries.billed(Invoice.objects.get(pk=invoice.pk)) == ()


def test_lines_are_summed_by_settlement_code_in_their_order() -> None:
    lines = [fee("5", 2), fee("1.25", 1), fee("0.75", 2)]
    assert queries.by_settlement_code(lines) == (("4202", Money.parse("5.75")), ("4201", Money.parse("1.25")))


def test_it_costs_three_inserts(owed: Callable[..., Invoice]) -> None:
    owed()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        owed()
    assert [q["sql"].split()[0] for q in asked if "SAVEPOINT" not in q["sql"]] == ["INSERT", "INSERT", "WITH"]


def test_fees_of_zero_fall_away_and_nothing_due_is_refused(cashier: Actor) -> None:
    given = {"by": cashier, "subject_id": uuid.uuid4(), "payer_id": None, "unit": UNIT}
    for lines in ([], [fee("0")], [fee("10"), fee("-1")]):
        with pytest.raises(Invalid) as refused:
            actions.raise_invoice(lines=lines, **given)
        assert refused.value.code == "nothing_due"
    assert not Invoice.objects.exists() and not Entry.objects.exists()
    assert len(queries.invoices(ids=[actions.raise_invoice(lines=[fee("10"), fee("0")], **given).id])[0].lines) == 1


def test_a_cancelled_invoice_leaves_nothing_owed(cashier: Actor, owed: Callable[..., Invoice]) -> None:
    invoice = owed()
    actions.cancel_invoice(by=cashier, invoice_id=invoice.id)
    assert queries.invoices(ids=[invoice.id])[0].state == InvoiceState.CANCELLED
    assert queries.balances(UNIT) == []
    with pytest.raises(NotNow) as refused:
        actions.cancel_invoice(by=cashier, invoice_id=invoice.id)
    assert refused.value.code == "not_open"
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda invoice: Invoice.objects.filter(id=invoice.id).update(total=1),
        lambda invoice: Invoice.objects.filter(id=invoice.id).delete(),
        lambda invoice: InvoiceLine.objects.filter(invoice=invoice).update(amount=1),
        lambda invoice: InvoiceLine.objects.create(
            invoice=invoice, place=9, code="x", label_ar="x", label_en="x", amount=1, settlement_code="1"
        ),
    ],
)
def test_the_database_keeps_an_invoice_as_it_was_raised(
    owed: Callable[..., Invoice], change: Callable[[Invoice], object]
) -> None:
    invoice = owed()
    with pytest.raises(DatabaseError), transaction.atomic():
        change(invoice)
    assert Invoice.objects.get(id=invoice.id).total == 11100
