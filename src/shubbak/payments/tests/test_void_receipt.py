"""Voiding a receipt and spoiling a leaf."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotNow, NotThere, NotYours
from shubbak.payments import actions, queries
from shubbak.payments.models import Drawer, Entry, Invoice, Receipt, ReceiptBook
from shubbak.payments.states import AccountKind, InvoiceState, ReceiptState

from .cast import UNIT, staff
from .test_collect import DUE, pay


@pytest.fixture
def paid(book: ReceiptBook, drawer: Drawer, cashier: Actor, owed: Callable[..., Invoice]) -> Receipt:
    return pay(cashier, owed())


def test_a_void_spoils_the_number_and_opens_the_invoice_again(paid: Receipt, cashier: Actor, supervisor: Actor) -> None:
    actions.void_receipt(by=supervisor, receipt_id=paid.id, reason="خطأ في الطباعة")
    [view] = queries.invoices(ids=[paid.invoice_id])
    assert view.state == InvoiceState.OPEN and view.receipt is None
    assert [receipt.state for receipt in view.receipts] == [ReceiptState.VOID]
    assert queries.balance(unit=UNIT, kind=AccountKind.CASH) == Money(0)
    assert queries.balance(unit=UNIT, kind=AccountKind.RECEIVABLE) == DUE
    again = actions.collect(by=cashier, invoice_id=view.id, means="cash", amount=DUE, printed_number=None)
    assert again.printed_number == "000302"


def test_a_void_needs_a_reason_and_another_supervisor(paid: Receipt, cashier: Actor, supervisor: Actor) -> None:
    both = Actor(cashier.id, cashier.kind, cashier.grants + supervisor.grants, 2)
    for by, reason, refusal in (
        (supervisor, "  ", Invalid),
        (both, "خطأ", NotYours),
        (cashier, "خطأ", NotThere),
        (staff(Role.CENTRE_MANAGER, within="0401"), "خطأ", NotThere),
    ):
        with pytest.raises(refusal):
            actions.void_receipt(by=by, receipt_id=paid.id, reason=reason)
    assert Receipt.objects.get().state == ReceiptState.ISSUED and Entry.objects.count() == 2


def test_a_receipt_is_void_once_and_not_after_the_drawer_is_closed(
    paid: Receipt, drawer: Drawer, cashier: Actor, supervisor: Actor, owed: Callable[..., Invoice]
) -> None:
    actions.void_receipt(by=supervisor, receipt_id=paid.id, reason="خطأ")
    with pytest.raises(NotNow) as refused:
        actions.void_receipt(by=supervisor, receipt_id=paid.id, reason="خطأ")
    assert refused.value.code == "void_already"
    later = pay(cashier, owed())
    actions.close_drawer(by=cashier, drawer_id=drawer.id, count={10000: 3, 1000: 1, 100: 1})
    with pytest.raises(NotNow) as refused:
        actions.void_receipt(by=supervisor, receipt_id=later.id, reason="خطأ")
    assert refused.value.code == "drawer_closed"


def test_a_spoiled_leaf_keeps_the_numbers_whole(
    book: ReceiptBook, drawer: Drawer, cashier: Actor, supervisor: Actor, owed: Callable[..., Invoice]
) -> None:
    spoiled = actions.spoil_leaf(by=supervisor, book_id=book.id, reason="ممزقة")
    assert (spoiled.printed_number, spoiled.state, spoiled.amount) == ("000301", ReceiptState.VOID, 0)
    assert pay(cashier, owed()).printed_number == "000302"
    with pytest.raises(NotThere):
        actions.spoil_leaf(by=cashier, book_id=book.id, reason="ممزقة")


@pytest.mark.parametrize(
    "change",
    [
        lambda receipt: Receipt.objects.filter(id=receipt.id).update(amount=1),
        lambda receipt: Receipt.objects.filter(id=receipt.id).update(number=305),
        lambda receipt: Receipt.objects.filter(id=receipt.id).update(state="void"),
        lambda receipt: Receipt.objects.filter(id=receipt.id).delete(),
        lambda receipt: ReceiptBook.objects.update(next_number=305),
        lambda receipt: ReceiptBook.objects.update(last_number=999),
        lambda receipt: ReceiptBook.objects.all().delete(),
        lambda receipt: _copy(receipt, number=303),
        lambda receipt: _copy(receipt, number=302, amount=500),
        lambda receipt: _copy(receipt, number=302),
    ],
)
def test_the_database_lets_no_number_skip_and_no_receipt_change(
    paid: Receipt, change: Callable[[Receipt], object]
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        change(paid)
    assert Receipt.objects.get().number == 301


def _copy(receipt: Receipt, **changed: int) -> None:
    values = {f.attname: getattr(receipt, f.attname) for f in Receipt._meta.concrete_fields if f.name != "id"}
    Receipt.objects.create(**(values | changed))
