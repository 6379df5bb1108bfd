"""The country, a Sunday morning, and a state folder of this test's own for files and keys."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, ActorKind, Grant, Role


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    with clock.held(datetime(2026, 11, 22, 9, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def home(tmp_path: Path, settings: object) -> Path:
    """Where files, prints and keys of this test lie."""
    settings.SHUBBAK_HOME = tmp_path  # type: ignore[attr-defined]
    settings.SHUBBAK_PUBLIC_URL = "https://p.suez.gov.eg"  # type: ignore[attr-defined]

    return tmp_path


@pytest.fixture
def places(request: pytest.FixtureRequest, home: Path) -> None:
    request.getfixturevalue("live" if "live" in request.fixturenames else "db")
    from shubbak.places.actions import load_places

    load_places()


@pytest.fixture
def clerk() -> Actor:
    return Actor(id=uuid.uuid4(), kind=ActorKind.STAFF, grants=(Grant(Role.CLERK, "EG/04/0402/"),))


@pytest.fixture
def head() -> Actor:
    return Actor(id=uuid.uuid4(), kind=ActorKind.STAFF, grants=(Grant(Role.UNIT_HEAD, "EG/04/0402/"),), assurance=2)
