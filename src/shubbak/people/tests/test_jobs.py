"""The hourly carrying over of keys and the nightly forgetting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from shubbak.kernel import clock, keys
from shubbak.kernel.actor import SYSTEM, Role
from shubbak.kernel.refusal import NotThere
from shubbak.people import jobs
from shubbak.people.actions import count_miss, forget_stale, issue_token, register_person
from shubbak.people.models import ApiToken, Miss, PersonNumber


def test_after_a_turn_of_the_ring_every_number_is_carried_over(
    clerk: Any, turn_the_ring: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in ("29911090400063", "28503150100019"):
        register_person(by=clerk, kind="citizen", number=number, name="سعاد محمود", mobile="01012344567")
    turn_the_ring()
    monkeypatch.setattr(jobs, "BATCH", 1)
    jobs.carry_over_keys(0)
    assert list(PersonNumber.objects.values_list("key_version", flat=True)) == [keys.ring().newest] * 4


def test_the_night_forgets_what_is_over_and_keeps_what_is_not(hired: Any) -> None:
    staff = hired("c@suez", (Role.CLERK, "0402"))
    count_miss(door="track", subject="old", allowed=5, seconds=60)
    issue_token(by=SYSTEM, staff=staff, hours=1)
    SessionStore().save()
    Session.objects.update(expire_date=clock.now())
    clock.advance(timedelta(days=91))
    count_miss(door="track", subject="new", allowed=5, seconds=60)
    issue_token(by=SYSTEM, staff=staff, hours=1)
    jobs.forget_stale_sign_ins(0)
    assert [Miss.objects.count(), ApiToken.objects.count(), Session.objects.count()] == [1, 1, 0]


def test_nobody_else_forgets(clerk: Any) -> None:
    with pytest.raises(NotThere):
        forget_stale(by=clerk)
