"""The world is told by the real actions: the same every time, also when it was cut off."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from shubbak.cases.models import Act, Case
from shubbak.catalogue.actions import load
from shubbak.catalogue.queries import forget_catalogue
from shubbak.demo.actions import fill, set_the_stage
from shubbak.demo.models import FilledDay
from shubbak.demo.troupe import TOWNS, everybody
from shubbak.kernel import clock
from shubbak.people.models import Staff
from shubbak.people.queries import demo_cast
from shubbak.places.actions import load_places

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 16, 10, tzinfo=clock.CAIRO)
SOME = TOWNS[3:5]


@pytest.fixture(autouse=True)
def _ground(settings: Any):
    settings.DEMO = True
    with clock.held(NOW):
        load_places()
        load()
        set_the_stage()
        yield
    forget_catalogue()


def outcomes() -> dict[str, tuple[Any, ...]]:
    """Every case by number: its service, person, state, decision, and what was done to it when."""
    done: dict[str, list[tuple[str, str, str]]] = {}
    for number, *deed in Act.objects.order_by("happened_at", "step", "action").values_list(
        "case__number", "step", "action", "happened_at"
    ):
        done.setdefault(number, []).append((deed[0], deed[1], deed[2].isoformat()))
    rows = Case.objects.values_list("number", "service_key", "beneficiary__name", "state", "decision")
    return {number: (*rest, tuple(done[number])) for number, *rest in rows}


def told(*portions: int) -> dict[str, tuple[Any, ...]]:
    """What comes out when the world is told in these portions; nothing of it stays."""
    forget_catalogue()
    with transaction.atomic():
        for days in portions:
            fill(processes=1, towns=SOME, days=days)
        found = outcomes()
        transaction.set_rollback(True)
    return found


def test_the_same_every_time_and_after_a_cut() -> None:
    """Told at once, told again, and told in two portions: the same cases, the same people, the same ends."""
    whole = told(8)
    assert len(whole) > 20
    assert told(8) == whole
    cut = told(4, 8)
    assert {number: row[:2] for number, row in cut.items()} == {number: row[:2] for number, row in whole.items()}


def test_again_adds_nothing() -> None:
    """Filled is filled."""
    fill(processes=1, towns=SOME, days=5)
    before = outcomes()
    days = FilledDay.objects.count()
    fill(processes=1, towns=SOME, days=5)
    assert outcomes() == before
    assert FilledDay.objects.count() == days == 10


def test_the_cast_is_listed() -> None:
    """Everybody of the cast can be signed in as, in the demo."""
    set_the_stage()
    assert Staff.objects.count() == len(everybody())
    listed = {member.number for place in demo_cast() for member in place.members}
    assert listed == {member.number for member in everybody()}


def test_cases_go_every_way() -> None:
    """Some are issued, some returned, some wait, some are late."""
    fill(processes=1, towns=TOWNS[:1], days=14)
    states = Counter(Case.objects.values_list("state", flat=True))
    assert states["issued"] > 5
    assert states["closed"] > 1
    assert len(states) >= 5
    assert Act.objects.filter(kind="return").exists()
