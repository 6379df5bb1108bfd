"""Which figure counts where and when, and what a case keeps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.definition import Rate, RateOverride, read, to_tree
from shubbak.flow.fees import due_total, estimate, fees
from shubbak.flow.rates import chosen, rates_at
from shubbak.flow.words import Text
from shubbak.kernel.money import Money

from .making import WORDS, citizen, service

OVERRIDES = [
    {"amount": "40", "governorate": "04", "since": "2026-01-01"},
    {"amount": "45", "governorate": "04", "since": "2026-07-01", "until": "2026-12-31"},
    {"amount": "50", "unit": "0402", "since": "2026-03-01"},
    {"amount": "35", "since": "2027-01-01"},
    {"amount": "12.5", "governorate": "05"},
]
RATED = service(
    "c",
    {"c": citizen("done")},
    rates=[{"key": "metre", "label": WORDS, "amount": "30", "overrides": OVERRIDES}],
    fee_sets={
        "due": {
            "lines": [
                {"code": "A", "label": WORDS, "amount": "area * metre", "settlement_code": "1"},
                {"code": "B", "label": WORDS, "amount": "7", "settlement_code": "1", "when": "metre > 40"},
            ]
        }
    },
)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({}, "30"),
        ({"unit": "0101", "governorate": "01", "today": date(2026, 5, 1)}, "30"),
        ({"unit": "0401", "governorate": "04", "today": date(2025, 12, 31)}, "30"),
        ({"unit": "0401", "governorate": "04", "today": date(2026, 1, 1)}, "40"),
        ({"unit": "0401", "today": date(2026, 7, 1)}, "45"),
        ({"governorate": "04", "today": date(2026, 12, 31)}, "45"),
        ({"governorate": "04", "today": date(2027, 1, 1)}, "40"),
        ({"unit": "0402", "governorate": "04", "today": date(2026, 2, 28)}, "40"),
        ({"unit": "0402", "governorate": "04", "today": date(2026, 8, 1)}, "50"),
        ({"unit": "0101", "governorate": "01", "today": date(2027, 1, 1)}, "35"),
        ({"governorate": "05", "today": date(2020, 1, 1)}, "12.5"),
        ({"governorate": "05"}, "12.5"),
    ],
)
def test_the_nearest_place_and_the_latest_day(facts: dict[str, Any], amount: str) -> None:
    assert str(rates_at(RATED.rates, facts)["metre"]) == amount


def test_a_case_keeps_the_schedule_of_its_submission_day() -> None:
    """However late the fee is asked for."""
    late = {"governorate": "04", "today": date(2027, 5, 1), "area": "2"}
    assert due_total(RATED, "due", late) == Money(8000)
    assert due_total(RATED, "due", {**late, "submitted_on": date(2026, 8, 1)}) == Money(9700)
    assert due_total(RATED, "due", {**late, "submitted_on": "2025-08-01"}) == Money(6000)
    assert estimate(RATED, "due", {"governorate": "04", "today": date(2026, 8, 1)})[1] is False


def test_a_rate_is_not_an_answer() -> None:
    """What somebody sends under a rate's name counts for nothing."""
    assert due_total(RATED, "due", {"area": "2", "metre": "0"}) == Money(6000)
    assert [line.code for line in fees(RATED, "due", {"area": "2"})] == ["A"]


def test_rates_are_stored_with_the_version() -> None:
    assert read(to_tree(RATED)) == RATED


days = st.dates(date(2025, 1, 1), date(2028, 1, 1)).map(date.isoformat)
overrides = st.builds(
    RateOverride,
    amount=st.integers(0, 99).map(str),
    governorate=st.sampled_from(["", "04", "05"]),
    unit=st.sampled_from(["", "0402", "0501"]),
    since=days | st.just(""),
    until=days | st.just(""),
)


@given(st.lists(overrides, max_size=6), st.sampled_from(["0402", "0401", "0501", "0101"]), days)
def test_what_is_chosen_holds_there_and_then_and_nothing_nearer_does(
    written: list[RateOverride], unit: str, day: str
) -> None:
    facts = {"unit": unit, "governorate": unit[:2], "submitted_on": day}
    found = chosen(Rate("r", Text("ا", "a"), "1", overrides=tuple(written)), facts)
    holding = [
        one
        for one in written
        if one.unit in ("", unit) and one.governorate in ("", unit[:2]) and one.since <= day <= (one.until or "9")
    ]
    if found is None:
        assert holding == []
    else:
        assert found in holding
        assert not any(one.unit and not found.unit for one in holding)
        same = [one for one in holding if (one.unit, one.governorate) == (found.unit, found.governorate)]
        assert found.since == max(one.since for one in same)


def test_a_line_names_its_own_source_and_the_decree_its_rate_comes_from() -> None:
    decree = {"amount": "45", "unit": "0402", "source": "Decree 9 of 2026", "illustrative": True}
    rate = {"key": "metre", "label": WORDS, "amount": "30", "source": "Law 140 of 1956", "overrides": [decree]}
    lines = [
        {"code": "A", "label": WORDS, "amount": "area * metre", "settlement_code": "1", "source": "Law 140 of 1956"},
        {"code": "B", "label": WORDS, "amount": "3", "settlement_code": "1"},
    ]
    rated = service("c", {"c": citizen("done")}, rates=[rate], fee_sets={"due": {"lines": lines}})
    there, plain = fees(rated, "due", {"area": "10", "unit": "0402"})
    assert (there.source, there.illustrative) == ("Law 140 of 1956; Decree 9 of 2026", True)
    assert (plain.source, plain.illustrative) == ("", False)
    assert fees(rated, "due", {"area": "10", "unit": "0101"})[0].source == "Law 140 of 1956"
