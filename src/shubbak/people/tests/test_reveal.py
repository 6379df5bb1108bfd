"""Masks by role, and the one way to a full number."""

from __future__ import annotations

from typing import Any

import pytest

from shubbak.kernel.actor import Actor, ActorKind, Grant, Role
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import NotThere
from shubbak.people import queries
from shubbak.people.actions import register_person, reveal
from shubbak.people.models import Person
from shubbak.trail.models import Entry


def holding(*roles: Role) -> Actor:
    return Actor(uuid7(), ActorKind.STAFF, tuple(Grant(role, "EG/04/") for role in roles), 2)


@pytest.fixture
def suad(clerk: Any) -> Person:
    """A citizen."""
    return register_person(by=clerk, kind="citizen", number="29911090400063", name="سعاد محمود", mobile="01012344567")


@pytest.mark.parametrize(("field", "value"), [("number", "29911090400063"), ("mobile", "01012344567")])
def test_a_full_view_is_recorded(suad: Person, field: str, value: str) -> None:
    reviewer = holding(Role.REVIEWER)
    assert reveal(by=reviewer, person=suad, field=field) == value
    entry = Entry.objects.get(act="people.revealed")
    assert (entry.actor_id, entry.subject_id, entry.facts) == (reviewer.id, suad.pk, {"field": field})


@pytest.mark.parametrize("role", [Role.ANALYST, Role.DESIGNER, Role.ADMINISTRATOR])
def test_some_roles_see_no_number_at_all(suad: Person, role: Role) -> None:
    with pytest.raises(NotThere):
        reveal(by=holding(role), person=suad, field="number")
    assert not Entry.objects.filter(act="people.revealed").exists()


@pytest.mark.parametrize("field", ["email", "secret", ""])
def test_what_is_not_there_is_not_revealed(suad: Person, field: str) -> None:
    with pytest.raises(NotThere):
        reveal(by=holding(Role.REVIEWER), person=suad, field=field)


@pytest.mark.parametrize(
    ("role", "number", "mobile"),
    [
        (Role.CLERK, "••••••••••0063", "010••••4567"),
        (Role.AUDITOR, "••••••••••0063", "010••••4567"),
        (Role.ANALYST, "", ""),
        (Role.DESIGNER, "", ""),
    ],
)
def test_a_view_is_masked_by_role(suad: Person, role: Role, number: str, mobile: str) -> None:
    view = queries.person_view(holding(role), suad)
    assert (view.number_masked, view.mobile_masked, view.name) == (number, mobile, "سعاد محمود")
