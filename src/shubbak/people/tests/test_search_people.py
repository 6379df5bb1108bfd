"""Finding people as names are really typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.kernel.actor import Actor, ActorKind, Grant, Role
from shubbak.kernel.ids import uuid7
from shubbak.people.actions import register_person
from shubbak.people.queries import search_people

PEOPLE = [
    ("29911090400063", "أحمد إبراهيم عبد الرحمن الشاذلي", "01012344567"),
    ("29007220200021", "فاطمة الزهراء مصطفى", "01112344568"),
    ("28503150100019", "عبدالله هدى مُحَمَّد", "01212344569"),
    ("30112312100034", "يحيى عيسى رؤوف", ""),
    ("27802281800044", "إيمان عبد العزيز السيد", ""),
    ("26001018800084", "أحمد علي منصور", ""),
]


@pytest.fixture
def known(clerk: Any) -> Any:
    """Six people."""
    for number, name, mobile in PEOPLE:
        register_person(by=clerk, kind="citizen", number=number, name=name, mobile=mobile)
    return clerk


def names(by: Any, text: str, **more: Any) -> list[str]:
    return [view.name for view in search_people(by=by, text=text, **more)]


AS_TYPED = [
    ("احمد ابراهيم", "أحمد إبراهيم عبد الرحمن الشاذلي"),
    ("أحمــد إبراهيم عبدالرحمن", "أحمد إبراهيم عبد الرحمن الشاذلي"),
    ("الشاذلي احمد", "أحمد إبراهيم عبد الرحمن الشاذلي"),
    ("عبد الرحمن الشاذلى", "أحمد إبراهيم عبد الرحمن الشاذلي"),
    ("فاطمه", "فاطمة الزهراء مصطفى"),
    ("مصطفي فاطمة", "فاطمة الزهراء مصطفى"),
    ("عبد الله هدي محمد", "عبدالله هدى مُحَمَّد"),
    ("يحيي عيسي", "يحيى عيسى رؤوف"),
    ("رووف", "يحيى عيسى رؤوف"),
    ("ايمان عبدالعز", "إيمان عبد العزيز السيد"),
    ("29911090400063", "أحمد إبراهيم عبد الرحمن الشاذلي"),
    ("٢٩٩١١٠٩٠٤٠٠٠٦٣", "أحمد إبراهيم عبد الرحمن الشاذلي"),
    ("01112344568", "فاطمة الزهراء مصطفى"),
    ("+20 111 234 4568", "فاطمة الزهراء مصطفى"),
]


def test_a_person_is_found_as_she_is_typed(known: Any) -> None:
    assert [(typed, names(known, typed)) for typed, _ in AS_TYPED] == [(typed, [found]) for typed, found in AS_TYPED]


def test_a_slip_of_the_pen_still_finds_her(known: Any) -> None:
    slips = ["أحمد إبرهيم الشازلي", "الشازلى احمد", "احمد الشاذلى ابرهيم"]
    assert [names(known, typed) for typed in slips] == [["أحمد إبراهيم عبد الرحمن الشاذلي"]] * 3


def test_the_beginning_of_a_name_comes_first(known: Any) -> None:
    assert names(known, "احمد") == ["أحمد إبراهيم عبد الرحمن الشاذلي", "أحمد علي منصور"]
    assert names(known, "احمد", limit=1) == ["أحمد إبراهيم عبد الرحمن الشاذلي"]


def test_what_names_nobody_finds_nobody(known: Any) -> None:
    typed = ["", " ", "ا", "2991109040006", "12", "زكريا بطرس", "' | :* & !", "ـ"]
    assert [text for text in typed if names(known, text)] == []


def test_numbers_are_shown_masked(known: Any) -> None:
    view = search_people(by=known, text="29911090400063")[0]
    assert (view.number_masked, view.mobile_masked, view.sex) == ("••••••••••0063", "010••••4567", "female")
    assert view.age == 27


def test_whoever_receives_nobody_searches_nobody(known: Any) -> None:
    for role in (Role.ANALYST, Role.DESIGNER, Role.REVIEWER):
        assert names(Actor(uuid7(), ActorKind.STAFF, (Grant(role, "EG/"),), 2), "احمد") == []


def test_statements_do_not_grow_with_what_is_found(known: Any) -> None:
    counts: Callable[[str], int] = lambda text: len(_statements(known, text))  # noqa: E731
    assert [counts("29911090400063"), counts("احمد"), counts("فاطمه")] == [2, 3, 3]


def _statements(by: Any, text: str) -> list[dict[str, str]]:
    with CaptureQueriesContext(connection) as statements:
        search_people(by=by, text=text)
    return statements.captured_queries
