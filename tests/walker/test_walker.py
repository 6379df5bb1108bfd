"""Every service, from submission to every end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from .catalogue import chosen

if TYPE_CHECKING:
    from .walking import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """A country of its own with the whole catalogue; its commits are real, and gone when the last service is walked."""
    from django.test import TransactionTestCase

    from .walking import World

    with django_db_blocker.unblock():
        yield World.founded()
        World.forgotten()
        TransactionTestCase._fixture_teardown(None)  # the database cloned anew, see shubbak.config.trial


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    whole = metafunc.config.getoption("--whole-catalogue", default=False)
    together = () if whole else pytest.mark.xdist_group("walker")  # one country is enough for a few
    metafunc.parametrize("key", [pytest.param(key, marks=together) for key in chosen(whole=whole)])


def test_walk(key: str, world: World, record_property: Any) -> None:
    """Every action taken, every end come to, the money balanced, the papers real."""
    told = world.walk(key)
    record_property("walk", told)
    assert told["missing"] == []
