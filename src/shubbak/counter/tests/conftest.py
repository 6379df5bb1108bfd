from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client

if TYPE_CHECKING:
    from shubbak.cases.tests.town import Town

Counter = Callable[..., Client]


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is rolled back at its end, as that of a test case."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]
    with block:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Town]:
    """Suez's first district, staffed and open; built once for a file, since hiring a town takes seconds."""
    from shubbak.cases.tests.town import build

    with django_db_blocker.unblock(), undone():  # type: ignore[attr-defined]
        yield build()


@pytest.fixture
def town(built: Town) -> Iterator[Town]:
    """The town as it was built; what a test does to it is undone."""
    with undone():
        yield built


@pytest.fixture
def at_counter(town: Town) -> Counter:
    """A browser in which a member of the cast has signed in with both factors: `at_counter("reviewer")`."""
    from allauth.account.internal.flows import login
    from allauth.account.internal.userkit import user_id_to_str
    from django.conf import settings

    from shubbak.people.queries import staff_by_number

    def sign_in(who: str, *, language: str = "en") -> Client:
        client = Client()
        account = staff_by_number(f"{who}@suez").account
        client.force_login(account)
        session = client.session
        session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": 0}]
        session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(account)
        session.save()
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        return client

    return sign_in
