"""Two hands on the same money at the same time, on real connections."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotNow, Refusal
from shubbak.payments import actions, queries
from shubbak.payments.models import Drawer, Invoice, Receipt, ReceiptBook
from shubbak.payments.states import AccountKind

from .cast import UNIT
from .test_collect import DUE, pay


def _at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act gave or refused, all run at the same time on their own connections."""

    def run(act: Callable[[], object]) -> object:
        try:
            return act()
        except Refusal as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_a_double_click_collects_once(
    live: None, book: ReceiptBook, drawer: Drawer, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    invoice = owed()
    outcomes = _at_once(*[lambda: pay(cashier, invoice)] * 4)
    receipts = [outcome for outcome in outcomes if isinstance(outcome, Receipt)]
    refusals = [outcome for outcome in outcomes if isinstance(outcome, NotNow)]
    assert len(receipts) == 1 and {refusal.code for refusal in refusals} == {"already_paid"}
    assert Receipt.objects.count() == 1 and ReceiptBook.objects.get().next_number == 302
    assert queries.balance(unit=UNIT, kind=AccountKind.CASH) == DUE


def test_many_collections_at_once_leave_no_gap(
    live: None, book: ReceiptBook, drawer: Drawer, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    invoices = [owed() for _ in range(5)]
    outcomes = _at_once(*[lambda each=each: pay(cashier, each) for each in invoices])
    assert sorted(receipt.number for receipt in outcomes) == [301, 302, 303, 304, 305]  # type: ignore[attr-defined]
    assert sum(balance.amount.piastres for balance in queries.balances(UNIT)) == 0


def test_closing_while_collecting_counts_what_was_collected(
    live: None, book: ReceiptBook, drawer: Drawer, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    invoice = owed()
    outcomes = _at_once(
        lambda: pay(cashier, invoice),
        lambda: actions.close_drawer(by=cashier, drawer_id=drawer.id, count={10000: 2}, reason="عجز"),
    )
    closed = Drawer.objects.get()
    collected = Receipt.objects.count()
    assert collected == 1 or isinstance(outcomes[0], NotNow)
    assert closed.expected == 20000 + (DUE.piastres if collected else 0)
