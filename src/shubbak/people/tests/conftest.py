"""What the tests of people stand on: the country, a ring that can be turned, a few of the staff."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PASSWORD = "a-window-is-open-7"


@pytest.fixture
def country(db: None) -> Iterator[None]:
    """Every unit, at noon of a Sunday."""
    from shubbak.kernel import clock
    from shubbak.places import queries
    from shubbak.places.actions import load_places
    from shubbak.places.models import Unit

    queries.forget_places()
    if not Unit.objects.exists():
        load_places()
    with clock.held(NOON):
        yield
    queries.forget_places()


@pytest.fixture
def turn_the_ring() -> Iterator[Callable[[], None]]:
    """Adds a key version, as `keys rotate` does; the ring is put back afterwards."""
    from shubbak.kernel import keys

    before = keys.ring()
    yield lambda: keys.install(keys.ring().rotated())
    keys.install(before)


@pytest.fixture
def hired(country: None) -> Callable[..., Any]:
    """Hires `number` with roles (role, unit, department)."""
    from shubbak.kernel.actor import SYSTEM
    from shubbak.people.actions import enrol_totp, grant_role, hire_staff

    def hire(number: str, *roles: tuple[Any, ...], factor: bool = False, unit: str = "0402") -> Any:
        staff = hire_staff(by=SYSTEM, number=number, name=f"موظف {number}", unit=unit, password=PASSWORD)
        for role, place, *department in roles:
            grant_role(by=SYSTEM, staff=staff, role=role, unit=place, department=department[0] if department else None)
        if factor:
            staff.secret = enrol_totp(by=SYSTEM, staff=staff)
        return staff

    return hire


@pytest.fixture
def clerk(hired: Callable[..., Any]) -> Any:
    """The actor of a window clerk."""
    from shubbak.kernel.actor import Role
    from shubbak.people.queries import actor_of_staff

    hired("clerk@suez", (Role.CLERK, "0402"))
    return actor_of_staff("clerk@suez")
