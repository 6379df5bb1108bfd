"""Counting misses: five and a wait, for names that exist and names that do not, and codes that work once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from django.db import connection

from shubbak.kernel import clock
from shubbak.people import queries
from shubbak.people.actions import count_miss, forgive_misses, spend_code
from shubbak.people.models import Miss
from shubbak.trail.models import Entry

DOOR = {"door": "track", "subject": "0402-2026-000001-K"}


def miss(**more: Any) -> bool:
    return count_miss(**{**DOOR, "allowed": 3, "seconds": 600, **more})


def test_the_third_miss_holds_off_for_a_while(country: None) -> None:
    assert [miss(), miss(), queries.is_held_off(**DOOR)] == [True, True, False]
    assert [miss(), queries.is_held_off(**DOOR), miss(), miss()] == [True, True, False, False]
    clock.advance(timedelta(seconds=601))
    assert [queries.is_held_off(**DOOR), miss(), Miss.objects.get().count] == [False, True, 1]
    assert Entry.objects.filter(act="people.held_off").count() == 1


def test_old_misses_are_forgotten(country: None) -> None:
    miss(), miss()
    clock.advance(timedelta(seconds=601))
    assert [miss(), queries.is_held_off(**DOOR)] == [True, False]


def test_who_was_right_begins_anew(country: None) -> None:
    miss(), miss()
    forgive_misses(**DOOR)
    assert [miss(), miss(), queries.is_held_off(**DOOR)] == [True, True, False]


def test_doors_and_subjects_are_counted_apart(country: None) -> None:
    for _ in range(3):
        miss()
    assert [miss(door="sign_in"), miss(subject="another")] == [True, True]


def test_the_table_names_nobody(country: None) -> None:
    miss(subject="clerk@suez")
    assert b"clerk" not in bytes(Miss.objects.get().key)


def test_a_code_is_spent_once(hired: Any) -> None:
    one, two = hired("a@suez").account, hired("b@suez").account
    assert [spend_code(account=one, code="123456") for _ in range(2)] == [True, False]
    assert [spend_code(account=two, code="123456"), spend_code(account=one, code="123457")] == [True, True]


def test_guesses_at_once_count_every_one(live: None) -> None:
    def guess(_: int) -> bool:
        allowed = miss(allowed=5)
        connection.close()
        return allowed

    with ThreadPoolExecutor(4) as guessers:
        assert sum(guessers.map(guess, range(20))) == 5
