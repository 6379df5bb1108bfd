"""The public's country: its places and its whole catalogue; and a town with staff when a case is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from shubbak.cases.tests.town import Town


@pytest.fixture(scope="module")
def whole_catalogue(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Places and every service, put in once for a module's tests; taken out and forgotten after the last of them."""
    from django.db import transaction

    from shubbak.catalogue.actions import load
    from shubbak.places.actions import load_places

    _forget()
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        load_places()
        load()
        yield
        transaction.set_rollback(True)
    _forget()


@pytest.fixture
def catalogue(whole_catalogue: None, db: None) -> None:
    """Places and every service."""


def _forget() -> None:
    from shubbak.catalogue.queries import forget_catalogue
    from shubbak.places.queries import forget_calendar, forget_places

    forget_catalogue()
    forget_places()
    forget_calendar()


@pytest.fixture
def town(db: None) -> Iterator[Town]:
    """Suez's first district, staffed and open."""
    from shubbak.cases.tests.town import build

    yield build()
    _forget()


@pytest.fixture
def english(client: Client) -> Client:
    """A reader who chose English."""
    client.cookies["lang"] = "en"
    return client
