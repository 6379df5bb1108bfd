"""A window's money: one cashier with an open drawer and a book of five leaves, one supervisor, one invoice of 111.

Models are imported inside, because this file is read before Django is set up.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, Role

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from shubbak.payments.models import Drawer, Invoice, ReceiptBook


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    """A Sunday morning in Suez."""
    with clock.held(datetime(2026, 11, 22, 8, 0, tzinfo=UTC)):
        yield


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is rolled back at its end, as that of a test case."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]
    with block:
        yield
        transaction.set_rollback(True)


def load() -> None:
    """The country, in the database."""
    from shubbak.payments.queries.ceilings import forget
    from shubbak.places.actions import load_places

    forget()
    load_places()


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The country, loaded once for a file."""
    with django_db_blocker.unblock(), undone():
        load()
        yield


@pytest.fixture
def places(request: pytest.FixtureRequest) -> Iterator[None]:
    """The country; what a test does to it is undone, or (`live`) committed and forgotten."""
    if "live" in request.fixturenames:
        request.getfixturevalue("live")
        load()
        yield
        return
    request.getfixturevalue("country")
    with undone():
        yield


@pytest.fixture
def cashier(places: None) -> Actor:
    from .cast import staff

    return staff(Role.CASHIER)


@pytest.fixture
def supervisor(places: None) -> Actor:
    from .cast import staff

    return staff(Role.CENTRE_MANAGER)


@pytest.fixture
def book(supervisor: Actor, cashier: Actor) -> ReceiptBook:
    from shubbak.payments import actions

    received = actions.receive_book(
        by=supervisor, unit="0402", series="12", book_number=7, first_number="000301", last_number="000305"
    )
    return actions.assign_book(by=supervisor, book_id=received.id, staff_id=cashier.id)


@pytest.fixture
def drawer(cashier: Actor) -> Drawer:
    from shubbak.payments import actions

    return actions.open_drawer(by=cashier, unit="0402", count={10000: 2})


@pytest.fixture
def owed(places: None) -> Callable[..., Invoice]:
    """Raises an invoice of the given pounds, each a line."""
    from shubbak.payments import actions

    from .cast import UNIT, fee, staff

    def raised(*pounds: str) -> Invoice:
        lines = [fee(each, number) for number, each in enumerate(pounds or ("100", "5", "6"), 1)]
        return actions.raise_invoice(
            by=staff(Role.CLERK), subject_id=uuid.uuid4(), payer_id=None, unit=UNIT, lines=lines
        )

    return raised
