"""The ring turns: look-ups keep working before, during and after the numbers are carried over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.kernel import keys
from shubbak.kernel.actor import SYSTEM, Role
from shubbak.kernel.refusal import NotThere
from shubbak.people import queries
from shubbak.people.actions import redigest_numbers, register_person, reseal_factors
from shubbak.people.models import Person, PersonNumber

IDS = ["29911090400063", "29007220200021", "28503150100019"]


@pytest.fixture
def known(clerk: Any) -> Any:
    """Three citizens with mobiles."""
    for at, number in enumerate(IDS):
        register_person(by=clerk, kind="citizen", number=number, name=f"مواطن {at}", mobile=f"0101234456{at}")
    return clerk


def found(by: Any) -> list[int]:
    by_number = [queries.person_by_number(kind="citizen", number=number) is not None for number in IDS]
    return [sum(by_number), sum(len(queries.search_people(by=by, text=f"0101234456{at}")) for at in range(3))]


def test_look_ups_work_all_through_a_rotation(known: Any, turn_the_ring: Callable[[], None]) -> None:
    turn_the_ring()
    assert found(known) == [3, 3]
    assert register_person(by=known, kind="citizen", number=IDS[0], name="اسم").name == "مواطن 0"
    assert redigest_numbers(by=SYSTEM, batch=2) == 2
    assert found(known) == [3, 3]
    assert [redigest_numbers(by=SYSTEM, batch=100), redigest_numbers(by=SYSTEM)] == [4, 0]
    assert found(known) == [3, 3]


def test_afterwards_the_old_version_may_be_retired(known: Any, turn_the_ring: Callable[[], None]) -> None:
    turn_the_ring()
    while redigest_numbers(by=SYSTEM):
        pass
    keys.install(keys.KeyRing(keys.ring().secrets_by_version[-1:]))
    assert set(PersonNumber.objects.values_list("key_version", flat=True)) == {keys.ring().newest}
    assert found(known) == [3, 3]
    assert sorted(queries.mobile_of(person) for person in Person.objects.all()) == [f"0101234456{n}" for n in range(3)]


def test_a_batch_costs_the_same_for_any_size(known: Any, turn_the_ring: Callable[[], None]) -> None:
    turn_the_ring()
    with CaptureQueriesContext(connection) as statements:
        redigest_numbers(by=SYSTEM)
    assert sum("SAVEPOINT" not in statement["sql"] for statement in statements) == 4


def test_second_factors_are_carried_over_too(hired: Any, turn_the_ring: Callable[[], None]) -> None:
    staff = hired("head@suez", (Role.UNIT_HEAD, "0402"), factor=True)
    turn_the_ring()
    assert reseal_factors(by=SYSTEM) == 1
    keys.install(keys.KeyRing(keys.ring().secrets_by_version[-1:]))
    factor = Authenticator.objects.get()
    assert staff.secret not in str(factor.data)
    from allauth.mfa.utils import decrypt

    assert decrypt(factor.data["secret"]) == staff.secret


def test_only_the_system_turns_keys(clerk: Any) -> None:
    for act in (redigest_numbers, reseal_factors):
        with pytest.raises(NotThere):
            act(by=clerk)
