"""The world is told by the real actions: the same every time, also when it was cut off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from shubbak.cases.models import Act, Case
from shubbak.catalogue.actions import load
from shubbak.catalogue.queries import forget_catalogue
from shubbak.demo.actions import fill, set_the_stage
from shubbak.demo.models import FilledDay
from shubbak.demo.places import FIRST, PLACES, PROVINCES, SEATS
from shubbak.demo.troupe import Member, governing, local, national, opening_cast
from shubbak.kernel import clock
from shubbak.people.queries import demo_cast
from shubbak.places.actions import load_places

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 16, 10, tzinfo=clock.CAIRO)
SOME = (PLACES[3], PLACES[4], SEATS["13"])
Outcomes = dict[str, tuple[Any, ...]]


@pytest.fixture(autouse=True)
def _ground(settings: Any):
    settings.DEMO = True
    with clock.held(NOW):
        load_places()
        load()
        set_the_stage()
        yield
    forget_catalogue()


def names(*groups: list[Member]) -> set[str]:
    return {member.number for group in groups for member in group}


def outcomes() -> Outcomes:
    """Every case by number: its service, person, state, decision, and what was done to it when."""
    done: dict[str, list[tuple[str, str, str]]] = {}
    deeds = Act.objects.order_by("happened_at", "step", "action")
    for number, step, action, at in deeds.values_list("case__number", "step", "action", "happened_at"):
        done.setdefault(number, []).append((step, action, at.isoformat()))
    rows = Case.objects.values_list("number", "service_key", "beneficiary__name", "state", "decision")
    return {number: (*rest, tuple(done[number])) for number, *rest in rows}


def told(*portions: int) -> Outcomes:
    """What comes out when the world is told in these portions; nothing of it stays."""
    forget_catalogue()
    with transaction.atomic():
        for days in portions:
            fill(processes=1, places=SOME, days=days)
        found = outcomes()
        transaction.set_rollback(True)
    forget_catalogue()
    return found


def without_the_sweep(found: Outcomes) -> Outcomes:
    """A portion ends with a sweep at today's date, which wakes what was told so far: leave out what it did."""
    return {number: row[:2] for number, row in found.items()}


def test_the_same_every_time_and_after_a_cut() -> None:
    """Told at once, told again, and told in two portions: the same cases, the same people, the same ends."""
    whole = told(6)
    assert len(whole) > 15
    assert len({row[2] for row in whole.values()}) >= 3
    assert told(6) == whole
    assert without_the_sweep(told(3, 6)) == without_the_sweep(whole)


def test_again_adds_nothing() -> None:
    """Filled is filled, and the cast of the places told is listed."""
    assert {m.number for place in demo_cast() for m in place.members} == names(opening_cast())
    fill(processes=1, places=SOME, days=3)
    before, days = outcomes(), FilledDay.objects.count()
    fill(processes=1, places=SOME, days=3)
    assert outcomes() == before
    assert FilledDay.objects.count() == days == 3 * len(SOME)
    assert {m.number for place in demo_cast() for m in place.members} == names(
        national(), *map(governing, PROVINCES), *map(local, (FIRST, *SOME))
    )
