"""How values read: exactly."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from django.utils.translation import override

from shubbak.design import formats
from shubbak.flow.words import Text
from shubbak.kernel.money import Money


@pytest.mark.parametrize(
    ("count", "working", "calendar"),
    [
        (1, "باقٍ يوم عمل واحد", "باقٍ يوم واحد"),
        (2, "باقٍ يوما عمل", "باقٍ يومان"),
        (3, "باقٍ 3 أيام عمل", "باقٍ 3 أيام"),
        (10, "باقٍ 10 أيام عمل", "باقٍ 10 أيام"),
        (11, "باقٍ 11 يوم عمل", "باقٍ 11 يومًا"),
        (99, "باقٍ 99 يوم عمل", "باقٍ 99 يومًا"),
        (100, "باقٍ 100 يوم عمل", "باقٍ 100 يوم"),
        (103, "باقٍ 103 أيام عمل", "باقٍ 103 أيام"),
        (0, "اليوم آخر يوم", "اليوم آخر يوم"),
        (-1, "متأخر يوم عمل واحدًا", "متأخر يومًا واحدًا"),
        (-2, "متأخر يومي عمل", "متأخر يومين"),
        (-5, "متأخر 5 أيام عمل", "متأخر 5 أيام"),
        (-12, "متأخر 12 يوم عمل", "متأخر 12 يومًا"),
    ],
)
def test_what_is_left_in_arabic(count: int, working: str, calendar: str) -> None:
    with override("ar"):
        assert formats.left(count, "working") == working
        assert formats.left(count, "calendar") == calendar


def test_what_is_left_in_english() -> None:
    with override("en"):
        assert formats.left(1) == "1 working day left"
        assert formats.left(-3, "calendar") == "3 days late"
        assert formats.left(0) == "Last day is today"


def test_money_is_isolated_and_always_has_two_decimals() -> None:
    with override("ar"):
        assert formats.money(Money(36100)) == (
            '<span class="money"><bdi dir="ltr" class="num">361.00</bdi> جنيه</span>'
        )
        assert "1,234,567.89" in formats.money(123456789)
        assert formats.money(None) == ""
    with override("en"):
        assert formats.money(Money(-500)) == '<span class="money">EGP <bdi dir="ltr" class="num">-5.00</bdi></span>'


def test_days_and_moments_are_those_of_cairo() -> None:
    late = datetime(2026, 11, 21, 22, 42, tzinfo=timezone.utc)
    with override("ar"):
        assert formats.day_text(late) == "22 نوفمبر 2026"
        assert formats.weekday_text(date(2026, 11, 22)) == "الأحد 22 نوفمبر 2026"
        assert formats.moment_text(late) == "22 نوفمبر 2026، 12:42 ص"
        assert formats.timed(date(2026, 11, 22), "x") == '<time datetime="2026-11-22">x</time>'
    with override("en"):
        assert formats.moment_text(late) == "22 November 2026, 12:42 am"
        assert formats.weekday_text(late) == "Sunday, 22 November 2026"


def test_a_pair_is_said_in_the_readers_language_or_in_the_other() -> None:
    with override("en"):
        assert formats.said(Text("شباك", "window")) == "window"
        assert formats.said({"ar": "شباك", "en": ""}) == "شباك"
        assert formats.said(None) == ""
    with override("ar"):
        assert formats.said({"ar": "شباك", "en": "window"}) == "شباك"


def test_only_the_end_of_a_number_is_shown() -> None:
    assert formats.mask("28503150100019") == "••••••••••0019"
    assert formats.mask("19") == "19"
    assert formats.mask(None) == ""


def test_what_a_person_typed_cannot_become_markup() -> None:
    assert "<b>" not in formats.ltr("<b>")
    assert "<b>" not in formats.isolate("<b>")


@pytest.mark.parametrize(("count", "tone"), [(-1, "brick"), (0, "sun"), (2, "sun"), (3, "nile"), (None, "soft")])
def test_a_limit_is_coloured_by_what_is_left(count: int | None, tone: str) -> None:
    assert formats.tone(count) == tone
