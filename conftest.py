"""The database under every test: real PostgreSQL, connected as the application, cloned from one migrated template.

`db` (or `@pytest.mark.django_db`) rolls back. `live` (or `transaction=True`) commits, and afterwards the database is
cloned anew from the template: the application may not empty its append-only tables, so nothing is ever flushed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(os.environ.get("SHUBBAK_HOME") or Path(__file__).parent / "var").absolute()
if "PYTEST_XDIST_WORKER" not in os.environ:  # a worker inherits what its controller chose
    HOME = HOME / "test"
os.environ["SHUBBAK_HOME"] = str(HOME)
os.environ["SHUBBAK_PUBLIC_URL"] = "http://testserver"
os.environ.pop("SHUBBAK_DEMO", None)

from shubbak.config import messages, start, trial  # noqa: E402  (the environment above decides what these read)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pin", action="store_true", help="write the pins of tests/house anew")
    parser.addoption("--kills", type=int, default=5, help="how many kills tests/crash makes")
    parser.addoption("--all-journeys", action="store_true", help="every journey, not only the ten of `make test`")


def pytest_configure() -> None:
    messages.compile_stale()
    trial.choose_database(HOME)
    start.prepare()
    _hash_passwords_quickly()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """One database for this process, from the template, for as long as it runs."""
    with trial.database(HOME, django_db_blocker):
        yield


@pytest.fixture
def live(transactional_db: None) -> None:
    """A database whose commits are real; it is as new for the next test."""


def _hash_passwords_quickly() -> None:
    """Argon2 is slow on purpose; staff hired for a story need not be."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
