"""Groups and computed fields: each row by itself, worked out in order, nothing hidden kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.answers import check, check_fields, documents_needed, json_schema, typed, visible_fields
from shubbak.flow.expressions import evaluate, parse

from .making import WORDS
from .test_kinds import asking

FLOORS = {
    "key": "floors",
    "kind": "group",
    "maximum": "4",
    "fields": [
        {"key": "area", "label": WORDS, "kind": "number", "minimum": "1"},
        {"key": "shop", "label": WORDS, "kind": "yes_no", "required": False},
        {"key": "trade", "label": WORDS, "kind": "text", "when": "shop and tall"},
        {"key": "twice", "label": WORDS, "kind": "computed", "value": "area * 2"},
    ],
}
TALL = {"key": "tall", "kind": "yes_no"}
TOTAL = {"key": "total", "kind": "computed", "value": "sum(each(floors, 'area'))"}
HALF = {"key": "half", "kind": "computed", "value": "total / 2", "when": "total > 100"}
HOUSE = asking(TALL, FLOORS, TOTAL, HALF)


def test_rows_and_what_is_computed_of_them() -> None:
    given_answers = {"tall": "yes", "floors": [{"area": "٨٠", "shop": True, "trade": "بقالة"}, {"area": 40.5}]}
    clean, faults = check(HOUSE, given_answers)
    assert faults == []
    assert clean == {
        "tall": True,
        "floors": [{"area": "80", "shop": True, "trade": "بقالة", "twice": "160"}, {"area": "40.5", "twice": "81"}],
        "total": "120.5",
        "half": "60.25",
    }
    assert check(HOUSE, clean) == (clean, [])
    jsonschema.validate(clean, json_schema(HOUSE.fields, "en"))


def test_nothing_hidden_is_stored_and_nothing_computed_is_believed() -> None:
    """A row's question follows the answers around it; a sent value of a computed field is not taken."""
    rows = [{"area": 10, "shop": True, "trade": "بقالة", "twice": "7"}]
    clean, faults = check(HOUSE, {"tall": False, "floors": rows, "total": "9999", "half": "1"})
    assert faults == []
    assert clean == {"tall": False, "floors": [{"area": "10", "shop": True, "twice": "20"}], "total": "10"}
    assert [field.key for field in visible_fields(HOUSE, clean)] == ["tall", "floors", "total"]


def test_a_fault_says_in_which_row() -> None:
    rows = [{"area": 10}, {"shop": "perhaps"}, {"area": 0, "colour": "red"}]
    _, faults = check(HOUSE, {"tall": True, "floors": rows})
    assert [(fault.at, fault.code) for fault in faults] == [
        ("answers.floors.1.area", "required"),
        ("answers.floors.1.shop", "yes_no"),
        ("answers.floors.2.area", "too_small"),
        ("answers.floors.2.colour", "unknown"),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (None, "required"),
        ([], "required"),
        ([{}, {"area": ""}], "required"),
        ("eighty", "rows"),
        ([80], "rows"),
        ({"0": {"area": 1}}, "rows"),
        ([{"area": 1}] * 5, "too_many"),
    ],
)
def test_what_are_no_rows(rows: object, code: str) -> None:
    _, faults = check(HOUSE, {"tall": True, "floors": rows})
    assert [(fault.at, fault.code) for fault in faults] == [("answers.floors", code)]


def test_too_few_rows_and_blank_ones_at_the_end() -> None:
    """A blank last row is nobody's mistake; a blank one before another is."""
    house = asking(TALL, {**FLOORS, "minimum": "2"})
    _, few = check(house, {"tall": True, "floors": [{"area": 1}, {"area": None}]})
    assert [(fault.at, fault.code) for fault in few] == [("answers.floors", "too_few")]
    _, between = check(house, {"tall": True, "floors": [{}, {"area": 1}]})
    assert [fault.at for fault in between] == ["answers.floors.0.area"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("each(floors, 'area')", (Decimal(80), Decimal("40.5"))),
        ("each(floors, 'trade')", ("بقالة", None)),
        ("sum(each(floors, 'area'))", Decimal("120.5")),
        ("max(each(floors, 'area'))", Decimal(80)),
        ("max(each(floors, 'trade'))", None),
        ("len(floors)", Decimal(2)),
        ("'بقالة' in each(floors, 'trade')", True),
        ("len(each(tall, 'area'))", Decimal(0)),
        ("len(nothing)", Decimal(0)),
        ("floors == 2", False),
        ("True if floors else False", True),
    ],
)
def test_expressions_over_rows(text: str, value: object) -> None:
    rows = [{"area": "80", "shop": True, "trade": "بقالة"}, {"area": "40.5"}]
    assert evaluate(parse(text), typed(HOUSE, {"tall": True, "floors": rows})) == value


@pytest.mark.parametrize(
    ("value", "stored", "back"),
    [
        ("10 / 4", "2.5", Decimal("2.5")),
        ("100", "100", Decimal(100)),
        ("'ground'", "ground", "ground"),
        ("tall", True, True),
        ("tall == False", False, False),
    ],
)
def test_a_computed_value_reads_back_as_it_was(value: str, stored: object, back: object) -> None:
    asked = asking(TALL, {"key": "x", "kind": "computed", "value": value})
    clean, _ = check(asked, {"tall": True})
    assert clean["x"] == stored
    assert typed(asked, clean)["x"] == back


def test_what_has_no_value_is_not_stored() -> None:
    asked = asking({**TALL, "required": False}, {"key": "x", "kind": "computed", "value": "1 / 0"})
    assert check(asked, {}) == ({}, [])


def test_papers_follow_rows() -> None:
    paper = {"key": "plan", "name": WORDS, "when": "sum(each(floors, 'area')) > 100"}
    from .making import citizen, service

    labelled = [{"label": WORDS, **field} for field in (TALL, FLOORS)]
    asked = service("c", {"c": citizen("done")}, fields=labelled, documents=[paper])
    few, many = ({"tall": True, "floors": [{"area": 60}] * n} for n in (1, 2))
    assert documents_needed(asked, few) == ()
    assert [need.kind.key for need in documents_needed(asked, many)] == ["plan"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 500) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["area", "shop", "trade", "twice", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(json_values, json_values)
def test_any_json_is_cleaned_or_refused_and_cleaning_twice_changes_nothing(tall: object, rows: Any) -> None:
    clean, faults = check_fields(HOUSE.fields, {"tall": tall, "floors": rows})
    assert all(fault.at.startswith("answers.") for fault in faults)
    if not faults:
        assert check_fields(HOUSE.fields, clean) == (clean, [])
        jsonschema.validate(clean, json_schema(HOUSE.fields, "ar"))
        assert typed(HOUSE, typed(HOUSE, clean)) == typed(HOUSE, clean)
