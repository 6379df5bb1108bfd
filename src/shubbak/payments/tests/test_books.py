"""Receiving and handing out receipt books."""

from __future__ import annotations

import pytest

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import Invalid, NotNow, NotThere, NotYours
from shubbak.payments import actions, queries
from shubbak.payments.models import ReceiptBook
from shubbak.payments.states import BookState

from .cast import ELSEWHERE, UNIT, staff

BOOK = {"unit": UNIT, "series": "12", "book_number": 9, "first_number": "000301", "last_number": "000310"}


def test_a_book_is_received_then_held(supervisor: Actor, cashier: Actor) -> None:
    received = actions.receive_book(by=supervisor, **BOOK)
    assert received.state == BookState.RECEIVED
    assert actions.assign_book(by=supervisor, book_id=received.id, staff_id=cashier.id).state == BookState.HELD
    [view] = queries.books(supervisor)
    assert (view.first, view.last, view.next, view.left) == ("000301", "000310", "000301", 10)
    assert queries.books(staff(Role.CENTRE_MANAGER, within=ELSEWHERE)) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"first_number": "11", "last_number": "10"},
        {"first_number": "0"},
        {"last_number": "12b"},
        {"series": " "},
        {"book_number": 0},
    ],
)
def test_a_book_of_nonsense_is_refused(supervisor: Actor, changed: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        actions.receive_book(by=supervisor, **(BOOK | changed))  # type: ignore[arg-type]
    assert not ReceiptBook.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"first_number": "000400", "last_number": "000500"},
        {"book_number": 10, "first_number": "000310", "last_number": "000320"},
        {"book_number": 10, "first_number": "000100", "last_number": "000900"},
    ],
)
def test_two_books_never_share_a_number(supervisor: Actor, changed: dict[str, object]) -> None:
    actions.receive_book(by=supervisor, **BOOK)
    with pytest.raises(NotNow) as refused:
        actions.receive_book(by=supervisor, **(BOOK | changed))  # type: ignore[arg-type]
    assert refused.value.code == "book_known"
    actions.receive_book(by=supervisor, **(BOOK | {"series": "13"}))


def test_books_are_handed_out_by_a_supervisor_to_others(supervisor: Actor, cashier: Actor) -> None:
    with pytest.raises(NotThere):
        actions.receive_book(by=cashier, **BOOK)
    received = actions.receive_book(by=supervisor, **BOOK)
    with pytest.raises(NotThere):
        actions.assign_book(by=cashier, book_id=received.id, staff_id=cashier.id)
    with pytest.raises(NotYours):
        actions.assign_book(by=supervisor, book_id=received.id, staff_id=supervisor.id)
    assert ReceiptBook.objects.get().holder_id is None
