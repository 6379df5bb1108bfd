"""The ledger: balanced whatever happens, never changed, and right under two hands at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor
from shubbak.kernel.money import Money
from shubbak.payments import actions, queries
from shubbak.payments.actions.post import post
from shubbak.payments.models import Account, Drawer, Entry, Invoice, Posting, Receipt, ReceiptBook
from shubbak.payments.states import AccountKind, EntryKind, InvoiceState, ReceiptState

from .cast import UNIT, fee
from .test_collect import pay

AMOUNTS = st.lists(st.integers(1, 40_000), min_size=1, max_size=4)
STEP = st.tuples(st.sampled_from(["raise", "collect", "void", "cancel", "spoil"]), AMOUNTS)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEP, min_size=1, max_size=12))
def test_any_history_balances(steps: list[tuple[str, list[int]]], cashier: Actor, supervisor: Actor) -> None:
    with transaction.atomic():
        book = actions.receive_book(
            by=supervisor, unit=UNIT, series="1", book_number=1, first_number="001", last_number="999"
        )
        actions.assign_book(by=supervisor, book_id=book.id, staff_id=cashier.id)
        drawer = actions.open_drawer(by=cashier, unit=UNIT, count={})
        for verb, amounts in steps:
            _step(verb, amounts, cashier, supervisor, book)
        _all_agrees(drawer)
        transaction.set_rollback(True)


def _step(verb: str, amounts: list[int], cashier: Actor, supervisor: Actor, book: ReceiptBook) -> None:
    unpaid = Invoice.objects.filter(state=InvoiceState.OPEN).first()
    paid = Receipt.objects.filter(state=ReceiptState.ISSUED).first()
    if verb == "raise":
        lines = [fee(str(Money(amount)), number % 2) for number, amount in enumerate(amounts)]
        actions.raise_invoice(by=cashier, subject_id=uuid.uuid4(), payer_id=None, unit=UNIT, lines=lines)
    elif verb == "collect" and unpaid:
        means = "cash" if unpaid.total <= 50_000 else "card"
        pay(cashier, unpaid, amount=unpaid.amount, means=means, reference="1")
    elif verb == "void" and paid:
        actions.void_receipt(by=supervisor, receipt_id=paid.id, reason="خطأ")
    elif verb == "cancel" and unpaid:
        actions.cancel_invoice(by=cashier, invoice_id=unpaid.id)
    elif verb == "spoil":
        actions.spoil_leaf(by=supervisor, book_id=book.id, reason="ممزقة")


def _all_agrees(drawer: Drawer) -> None:
    held = {kind: queries.balance(unit=UNIT, kind=kind) for kind in AccountKind}
    owed = sum(Invoice.objects.filter(state=InvoiceState.OPEN).values_list("total", flat=True))
    taken = list(Receipt.objects.filter(state=ReceiptState.ISSUED).values_list("amount", "means"))
    assert sum(balance.amount.piastres for balance in queries.balances(UNIT)) == 0
    assert held[AccountKind.RECEIVABLE] == Money(owed)
    assert held[AccountKind.CASH] == Money(sum(amount for amount, means in taken if means == "cash"))
    assert held[AccountKind.CARD] == Money(sum(amount for amount, means in taken if means == "card"))
    assert held[AccountKind.REVENUE] == -Money(owed + sum(amount for amount, _ in taken))
    numbers = list(Receipt.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert ReceiptBook.objects.get().next_number == len(numbers) + 1


def test_an_unbalanced_or_empty_entry_is_refused_by_the_database(owed: Callable[..., Invoice]) -> None:
    owed()
    entry, account = Entry.objects.get(), Account.objects.first()
    with pytest.raises(DatabaseError), transaction.atomic():
        Posting.objects.create(entry=entry, place=9, account=account, amount=5)
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.create(kind=EntryKind.COLLECTED, unit=UNIT, subject_id=entry.id, by_id=entry.id, at=clock.now())
    for sides in ({(AccountKind.CASH, ""): 5}, {}):
        with pytest.raises(ValueError, match="zero"):
            post(by=SYSTEM, kind=EntryKind.COLLECTED, unit=UNIT, subject_id=entry.id, sides=sides, at=clock.now())
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("table", ["account", "entry", "posting", "invoiceline"])
@pytest.mark.parametrize(
    "verb", ["UPDATE payments_{0} SET {1} = {1}", "DELETE FROM payments_{0}", "TRUNCATE payments_{0} CASCADE"]
)
def test_what_is_written_stays(table: str, verb: str, owed: Callable[..., Invoice]) -> None:
    owed()
    column = {"account": "unit", "entry": "unit", "posting": "amount", "invoiceline": "amount"}[table]
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb.format(table, column))
    assert Posting.objects.count() == 6
