"""From what people type to clean answers."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.answers import (
    check,
    check_fields,
    documents_needed,
    json_schema,
    typed,
    visible_fields,
)
from shubbak.flow.vocabulary import FIELD_KINDS

from .making import WORDS, citizen, service

CHOICES = [{"key": "food", "label": WORDS}, {"key": "sale", "label": WORDS}]


def _service(*fields: dict[str, Any], documents: list[dict[str, Any]] | None = None) -> Any:
    asked = [{"label": WORDS, **field} for field in fields]
    return service("c", {"c": citizen("done")}, fields=asked, documents=documents or [])


@pytest.mark.parametrize(
    ("field", "typed_in", "clean"),
    [
        ({"kind": "number"}, " ١٢٠٫٥٠ ", "120.5"),
        ({"kind": "number"}, 120.5, "120.5"),
        ({"kind": "number"}, "1,200", "1200"),
        ({"kind": "whole"}, "٣", 3),
        ({"kind": "money"}, "1250.5", "1250.50"),
        ({"kind": "date"}, "١/٣/٢٠٢٦", "2026-03-01"),
        ({"kind": "date"}, "2026-03-01", "2026-03-01"),
        ({"kind": "yes_no"}, "نعم", True),
        ({"kind": "yes_no"}, False, False),
        ({"kind": "choice", "choices": CHOICES}, "food", "food"),
        ({"kind": "many", "choices": CHOICES}, ["sale", "food"], ["food", "sale"]),
        ({"kind": "national_id"}, "٢٩٠٠١٠١ ٠١٠٠٠١٩", "29001010100019"),
        ({"kind": "mobile"}, "+20 101 234 5678", "01012345678"),
        ({"kind": "email"}, " a@b.eg ", "a@b.eg"),
        ({"kind": "text"}, "  محل  ", "محل"),
    ],
)
def test_clean_form(field: dict[str, Any], typed_in: object, clean: object) -> None:
    assert check(_service({"key": "x", **field}), {"x": typed_in}) == ({"x": clean}, [])


@pytest.mark.parametrize(
    ("field", "typed_in", "code"),
    [
        ({"kind": "number"}, "كثير", "number"),
        ({"kind": "number"}, "NaN", "number"),
        ({"kind": "number", "minimum": "1"}, "0", "too_small"),
        ({"kind": "number", "maximum": "9"}, "10", "too_large"),
        ({"kind": "whole"}, "1.5", "whole"),
        ({"kind": "money"}, "1.005", "money"),
        ({"kind": "date"}, "31/2/2026", "date"),
        ({"kind": "yes_no"}, "maybe", "yes_no"),
        ({"kind": "choice", "choices": CHOICES}, "other", "choice"),
        ({"kind": "many", "choices": CHOICES}, ["food", "other"], "choice"),
        ({"kind": "national_id"}, "19001010100019", "national_id"),
        ({"kind": "mobile"}, "0131234567", "mobile"),
        ({"kind": "text", "maximum": "3"}, "طويل", "too_long"),
        ({"kind": "text"}, ["x"], "text"),
        ({"kind": "text"}, "   ", "required"),
        ({"kind": "text"}, None, "required"),
    ],
)
def test_faults_name_the_place_and_the_mend(field: dict[str, Any], typed_in: object, code: str) -> None:
    clean, faults = check(_service({"key": "x", **field}), {"x": typed_in})
    assert clean == {}
    assert [(fault.at, fault.code) for fault in faults] == [("answers.x", code)]
    assert faults[0].message.ar and faults[0].message.en


CHAIN = [
    {"key": "activity", "kind": "choice", "choices": CHOICES},
    {"key": "seats", "kind": "whole", "when": "activity == 'food'", "required": "area > 50"},
    {"key": "terrace", "kind": "yes_no", "when": "seats > 10", "required": False},
]


def test_hidden_answers_are_dropped_and_hide_what_hangs_on_them() -> None:
    asked = _service(*CHAIN)
    answers = {"activity": "sale", "seats": 20, "terrace": True}
    assert check(asked, answers) == ({"activity": "sale"}, [])
    assert [f.key for f in visible_fields(asked, answers)] == ["activity"]
    whole = {"activity": "food", "seats": "20", "terrace": "yes"}
    assert check(asked, whole)[0] == {"activity": "food", "seats": 20, "terrace": True}


def test_unknown_keys_are_faults() -> None:
    _, faults = check(_service({"key": "x", "kind": "text"}), {"x": "a", "y": "b"})
    assert [(fault.at, fault.code) for fault in faults] == [("answers.y", "unknown")]


def test_conditions_see_the_facts() -> None:
    asked = _service({"key": "passport", "kind": "text", "when": "applicant_kind == 'foreigner'"})
    assert check(asked, {}, {"applicant_kind": "citizen"}) == ({}, [])
    assert [f.code for f in check(asked, {}, {"applicant_kind": "foreigner"})[1]] == ["required"]


def test_documents_follow_the_answers() -> None:
    papers = [
        {"key": "id", "name": WORDS},
        {"key": "plan", "name": WORDS, "when": "seats > 10", "required": "seats > 50"},
        {"key": "photo", "name": WORDS, "required": False},
    ]
    asked = _service(*CHAIN, documents=papers)
    few = documents_needed(asked, {"activity": "food", "seats": "5"})
    assert [(d.kind.key, d.required) for d in few] == [("id", True), ("photo", False)]
    some = documents_needed(asked, {"activity": "food", "seats": "50"})
    assert [(d.kind.key, d.required) for d in some] == [("id", True), ("plan", False), ("photo", False)]


def test_schema_accepts_what_check_cleans() -> None:
    asked = _service(*CHAIN, {"key": "area", "kind": "number", "minimum": "1"})
    schema = json_schema(asked.fields, "ar")
    jsonschema.Draft202012Validator.check_schema(schema)
    clean, faults = check(asked, {"activity": "food", "seats": "20", "terrace": "yes", "area": "12.5"})
    assert not faults
    jsonschema.validate(clean, schema)
    assert schema["required"] == ["activity", "area"]
    assert schema["properties"]["activity"]["oneOf"][0]["title"] == WORDS["ar"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from([kind for kind in FIELD_KINDS if kind not in ("computed", "group")]), json_values)
def test_any_json_is_cleaned_or_refused_and_cleaning_twice_changes_nothing(kind: str, value: object) -> None:
    choices = CHOICES if kind in ("choice", "many") else []
    asked = _service({"key": "x", "kind": kind, "choices": choices})
    clean, faults = check_fields(asked.fields, {"x": value})
    assert len(faults) + len(clean) == 1
    if clean:
        assert check_fields(asked.fields, clean) == (clean, [])
        assert typed(asked, typed(asked, clean)) == typed(asked, clean)
