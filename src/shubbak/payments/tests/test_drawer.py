"""Opening, counting and closing a drawer, and its statement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotNow, NotThere
from shubbak.payments import actions, queries
from shubbak.payments.models import Drawer, Invoice, ReceiptBook
from shubbak.payments.states import AccountKind, Means

from .cast import ELSEWHERE, UNIT, staff
from .test_collect import pay


def test_one_open_drawer_for_a_cashier(drawer: Drawer, cashier: Actor) -> None:
    with pytest.raises(NotNow) as refused:
        actions.open_drawer(by=cashier, unit=UNIT, count={})
    assert refused.value.code == "drawer_open"
    assert Drawer.objects.count() == 1
    assert queries.open_drawer(staff_id=cashier.id) == queries.drawer(cashier, drawer.id)


def test_only_a_cashier_opens_and_only_real_notes_count(cashier: Actor) -> None:
    with pytest.raises(NotThere):
        actions.open_drawer(by=staff(Role.CLERK), unit=UNIT, count={})
    for count in ({300: 1}, {10000: -1}):
        with pytest.raises(Invalid):
            actions.open_drawer(by=cashier, unit=UNIT, count=count)
    assert not Drawer.objects.exists()


def test_the_statement_tells_numbers_means_and_codes(
    book: ReceiptBook, drawer: Drawer, cashier: Actor, supervisor: Actor, owed: Callable[..., Invoice]
) -> None:
    pay(cashier, owed("100", "11"))
    void = pay(cashier, owed("111"))
    actions.void_receipt(by=supervisor, receipt_id=void.id, reason="خطأ")
    pay(cashier, owed("50", "61"), means="card", reference="778812")
    for told in (
        queries.drawer_statement(cashier, drawer.id),
        queries.day_statement(supervisor, unit=UNIT, on=clock.today()),
    ):
        assert [(leaf.first, leaf.last, leaf.count) for leaf in told.leaves] == [("000301", "000303", 3)]
        assert told.by_means == ((Means.CASH, 1, Money(11100)), (Means.CARD, 1, Money(11100)))
        assert told.by_code == (("4201", Money(15000)), ("4202", Money(7200)))
        assert told.total == Money(22200) and [r.printed_number for r in told.void] == ["000302"]
    assert queries.day_statement(supervisor, unit=UNIT, on=clock.today() - timedelta(days=1)).total == Money(0)
    assert queries.drawer_statement(staff(Role.CASHIER, within=ELSEWHERE), drawer.id).total == Money(0)


def test_a_counted_drawer_closes(
    book: ReceiptBook, drawer: Drawer, cashier: Actor, owed: Callable[..., Invoice]
) -> None:
    pay(cashier, owed())
    closed = actions.close_drawer(by=cashier, drawer_id=drawer.id, count={20000: 1, 10000: 1, 1000: 1, 100: 1})
    assert (closed.expected, closed.counted, closed.difference) == (31100, 31100, 0)
    assert queries.open_drawer(staff_id=cashier.id) is None
    with pytest.raises(NotNow) as refused:
        actions.close_drawer(by=cashier, drawer_id=drawer.id, count={})
    assert refused.value.code == "drawer_closed"


def test_a_difference_needs_its_reason_and_is_posted(drawer: Drawer, cashier: Actor) -> None:
    with pytest.raises(Invalid) as refused:
        actions.close_drawer(by=cashier, drawer_id=drawer.id, count={10000: 1})
    assert refused.value.code == "difference"
    assert Drawer.objects.get().closed_at is None
    actions.close_drawer(by=cashier, drawer_id=drawer.id, count={10000: 1}, reason="عجز بمحضر")
    assert queries.balance(unit=UNIT, kind=AccountKind.DIFFERENCE) == Money(10000)
    assert queries.balance(unit=UNIT, kind=AccountKind.CASH) == Money(-10000)


def test_a_supervisor_closes_for_a_cashier_who_left(drawer: Drawer, supervisor: Actor) -> None:
    with pytest.raises(NotThere):
        actions.close_drawer(by=staff(Role.CASHIER), drawer_id=drawer.id, count={10000: 2})
    assert actions.close_drawer(by=supervisor, drawer_id=drawer.id, count={10000: 2}).closed_at is not None
