"""Collecting an invoice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.kernel import events
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotNow, NotThere
from shubbak.payments import actions, queries
from shubbak.payments.events import InvoicePaid
from shubbak.payments.models import Drawer, Entry, Invoice, Receipt, ReceiptBook
from shubbak.payments.states import AccountKind, InvoiceState, Means

from .cast import ELSEWHERE, UNIT, staff

DUE = Money.parse("111")


def pay(by: Actor, invoice: Invoice, **changed: object) -> Receipt:
    given = {"means": "cash", "amount": DUE, "printed_number": None}
    return actions.collect(by=by, invoice_id=invoice.id, **(given | changed))  # type: ignore[arg-type]


@pytest.fixture
def heard() -> Iterator[list[InvoicePaid]]:
    news: list[InvoicePaid] = []
    events.on(InvoicePaid)(news.append)
    yield news
    events._reactions[InvoicePaid].remove(news.append)


@pytest.fixture
def ready(book: ReceiptBook, drawer: Drawer) -> None:
    """The cashier has a book and an open drawer."""


def test_a_collection_pays_the_invoice_with_the_next_leaf(
    ready: None, cashier: Actor, owed: Callable[..., Invoice], heard: list[InvoicePaid]
) -> None:
    invoice = owed()
    receipt = pay(cashier, invoice, printed_number="٠٠٠٣٠١")
    assert receipt.printed_number == "000301"
    [view] = queries.invoices(ids=[invoice.id])
    assert view.state == InvoiceState.PAID and view.receipt is not None and view.receipt.id == receipt.id
    assert queries.balance(unit=UNIT, kind=AccountKind.RECEIVABLE) == Money(0)
    assert queries.balance(unit=UNIT, kind=AccountKind.CASH) == DUE
    assert [(news.invoice_id, news.subject_id, news.receipt_id) for news in heard] == [
        (invoice.id, invoice.subject_id, receipt.id)
    ]
    leaf = queries.next_leaf(staff_id=cashier.id, unit=UNIT)
    assert leaf is not None and (leaf.printed_number, leaf.left) == ("000302", 4)


def test_it_costs_four_statements_and_one_for_whoever_listens(
    ready: None, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    pay(cashier, owed())
    invoice = owed()
    with CaptureQueriesContext(connection) as asked:
        pay(cashier, invoice)
    assert len([q for q in asked if "SAVEPOINT" not in q["sql"]]) == 5


REFUSED = {
    "amount": {"amount": Money.parse("110")},
    "unexpected_number": {"printed_number": "302"},
    "means": {"means": "cheque"},
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_is_wrong_is_refused_and_nothing_written(
    code: str, ready: None, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    invoice = owed()
    with pytest.raises(Invalid) as refused:
        pay(cashier, invoice, **REFUSED[code])
    assert refused.value.code == code and refused.value.faults
    nothing_written(invoice)


def test_the_refusal_names_the_expected_number(ready: None, cashier: Actor, owed: Callable[..., Invoice]) -> None:
    with pytest.raises(Invalid) as refused:
        pay(cashier, owed(), printed_number="000305")
    assert "000301" in str(refused.value)


def test_a_program_may_leave_the_reference_to_reconciliation(
    ready: None, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    assert pay(cashier, owed(), means="card").reference == ""
    assert pay(cashier, owed(), means="card", reference=" 778 ").reference == "778"


def test_a_paid_invoice_is_not_paid_again(ready: None, cashier: Actor, owed: Callable[..., Invoice]) -> None:
    invoice = owed()
    pay(cashier, invoice)
    with pytest.raises(NotNow) as refused:
        pay(cashier, invoice)
    assert refused.value.code == "already_paid" and "000301" in str(refused.value)
    assert Receipt.objects.count() == 1 and ReceiptBook.objects.get().next_number == 302


def test_without_a_drawer_or_a_book_nothing_is_collected(
    cashier: Actor, supervisor: Actor, owed: Callable[..., Invoice]
) -> None:
    invoice = owed()
    for code in ("no_drawer", "no_book"):
        with pytest.raises(NotNow) as refused:
            pay(cashier, invoice)
        assert refused.value.code == code
        nothing_written(invoice)
        actions.open_drawer(by=cashier, unit=UNIT, count={}) if code == "no_drawer" else None


def test_only_a_cashier_of_the_unit_collects(ready: None, owed: Callable[..., Invoice]) -> None:
    invoice = owed()
    for stranger in (staff(Role.CLERK), staff(Role.REVIEWER), staff(Role.CASHIER, within=ELSEWHERE)):
        with pytest.raises(NotThere):
            pay(stranger, invoice)
        nothing_written(invoice)


def test_a_finished_book_gives_way_to_the_next(
    ready: None, cashier: Actor, supervisor: Actor, owed: Callable[..., Invoice]
) -> None:
    other = actions.receive_book(
        by=supervisor, unit=UNIT, series="12", book_number=8, first_number="000401", last_number="000402"
    )
    actions.assign_book(by=supervisor, book_id=other.id, staff_id=cashier.id)
    numbers = [pay(cashier, owed()).printed_number for _ in range(7)]
    assert numbers == ["000301", "000302", "000303", "000304", "000305", "000401", "000402"]
    with pytest.raises(NotNow) as refused:
        pay(cashier, owed())
    assert refused.value.code == "no_book"


LAWFUL = [
    ("500", {Means.CASH, Means.CARD, Means.BANK_DEPOSIT}),
    ("500.01", {Means.CARD, Means.BANK_DEPOSIT}),
    ("10000", {Means.CARD, Means.BANK_DEPOSIT}),
    ("10000.01", {Means.BANK_DEPOSIT}),
]


@pytest.mark.parametrize(("pounds", "lawful"), LAWFUL)
def test_the_means_follow_the_legal_ceilings(
    pounds: str, lawful: set[Means], ready: None, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    for means in Means:
        invoice = owed(pounds)
        given = {"means": means.value, "amount": Money.parse(pounds), "reference": "778812"}
        if means in lawful:
            assert pay(cashier, invoice, **given).means == means
            continue
        with pytest.raises(Invalid) as refused:
            pay(cashier, invoice, **given)
        assert refused.value.code == "unlawful_means"
        assert all(str(way.label) in str(refused.value) for way in lawful)


def nothing_written(invoice: Invoice) -> None:
    assert Invoice.objects.get(id=invoice.id).state == InvoiceState.OPEN
    assert not Receipt.objects.exists() and Entry.objects.count() == 1
    assert all(book.next_number == book.first_number for book in ReceiptBook.objects.all())
