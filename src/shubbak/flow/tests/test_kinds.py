"""Answers of every kind that is more than a word: places, uploads, earlier papers, names in Arabic."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.answers import brought, check, check_fields, earlier_fields, json_schema
from shubbak.flow.definition import ServiceDefinition

from .making import WORDS, citizen, service

UPLOAD = "018f5d0e-0000-7000-8000-00000000000a"
HERE = {"unit": "0402", "governorate": "04"}


def asking(*fields: dict[str, Any]) -> ServiceDefinition:
    return service("c", {"c": citizen("done")}, fields=[{"label": WORDS, **field} for field in fields])


@pytest.mark.parametrize(
    ("field", "typed_in", "clean"),
    [
        ({"kind": "arabic"}, " محمد علي (الثالث) 3 ", "محمد علي (الثالث) 3"),
        ({"kind": "address"}, "شارع الجيش", {"governorate": "04", "unit": "0402", "street": "شارع الجيش"}),
        ({"kind": "address"}, {"unit": "٠١٠١", "street": "x"}, {"governorate": "01", "unit": "0101", "street": "x"}),
        ({"kind": "address"}, {"governorate": "12", "street": "x"}, {"governorate": "12", "unit": "", "street": "x"}),
        ({"kind": "text"}, "A\u202eB\u2066C\u0007\u200b", "ABC"),
        ({"kind": "parcel"}, {"number": "1\u202e4\t"}, {"basin": "", "block": "", "number": "14"}),
        ({"kind": "parcel"}, 14, {"basin": "", "block": "", "number": "14"}),
        (
            {"kind": "parcel"},
            {"basin": " الرمل ", "number": "14 ب"},
            {"basin": "الرمل", "block": "", "number": "14 ب"},
        ),
        ({"kind": "point"}, "29.97, 32.55", {"lat": "29.97", "lng": "32.55"}),
        ({"kind": "point"}, "٢٩٫٩٧، ٣٢٫٥٥", {"lat": "29.97", "lng": "32.55"}),
        ({"kind": "point"}, {"lat": 30.0444196, "lng": "31.2357"}, {"lat": "30.04442", "lng": "31.2357"}),
        ({"kind": "file"}, UPLOAD.upper(), UPLOAD),
        ({"kind": "earlier", "of": ["trial"]}, " sl-٠٤٠٢-2026-00004", "SL-0402-2026-00004"),
    ],
)
def test_clean_form(field: dict[str, Any], typed_in: object, clean: object) -> None:
    asked = asking({"key": "x", **field})
    assert check(asked, {"x": typed_in}, HERE) == ({"x": clean}, [])
    assert check(asked, {"x": clean}, HERE) == ({"x": clean}, [])
    jsonschema.validate({"x": clean}, json_schema(asked.fields, "ar"))


@pytest.mark.parametrize(
    ("field", "typed_in", "code"),
    [
        ({"kind": "arabic"}, "Mohamed علي", "arabic"),
        ({"kind": "arabic"}, "12", "arabic"),
        ({"kind": "text"}, "\u202e", "required"),
        ({"kind": "parcel"}, {"number": "\u200f"}, "required"),
        ({"kind": "number"}, "1e999999999", "number"),
        ({"kind": "whole"}, "١e٩٩٩٩٩٩٩٩٩", "number"),
        ({"kind": "money"}, "-1e999999999", "number"),
        ({"kind": "number"}, "0e999999999", "number"),
        ({"kind": "number"}, "1e-999999999", "number"),
        ({"kind": "number"}, "१२", "number"),
        ({"kind": "point"}, "1e999999999, 32.5", "point"),
        ({"kind": "point"}, {"lat": "29.97", "lng": "1e-999999999"}, "point"),
        ({"kind": "address"}, {"unit": "०४०२", "street": "x"}, "address_unit"),
        ({"kind": "address"}, {"unit": "0402", "governorate": "01", "street": "x"}, "address_unit"),
        ({"kind": "address"}, {"unit": "4", "street": "x"}, "address_unit"),
        ({"kind": "address"}, {"unit": "0402", "street": " "}, "required"),
        ({"kind": "address"}, {"street": "x", "floor": 3}, "address"),
        ({"kind": "address"}, ["x"], "address"),
        ({"kind": "address", "maximum": "3"}, "شارع", "too_long"),
        ({"kind": "parcel"}, {"basin": "الرمل"}, "parcel"),
        ({"kind": "parcel"}, {"number": [1]}, "parcel"),
        ({"kind": "parcel"}, "1" * 61, "too_long"),
        ({"kind": "point"}, "32.55, 29.97", "point_abroad"),
        ({"kind": "point"}, "29.97", "point"),
        ({"kind": "point"}, {"lat": 29.97}, "point"),
        ({"kind": "point"}, {"lat": True, "lng": 30}, "point"),
        ({"kind": "file"}, "photo.jpg", "file"),
        ({"kind": "earlier", "of": ["trial"]}, "رخصتي", "earlier"),
        ({"kind": "earlier", "of": ["trial"]}, 7, "earlier"),
    ],
)
def test_faults_name_the_place_and_the_mend(field: dict[str, Any], typed_in: object, code: str) -> None:
    clean, faults = check(asking({"key": "x", **field}), {"x": typed_in}, HERE)
    assert clean == {}
    assert [(fault.at, fault.code) for fault in faults] == [("answers.x", code)]
    assert faults[0].message.ar and faults[0].message.en


@given(st.decimals(-400, 400, places=7), st.decimals(-400, 400, places=7))
def test_a_point_is_inside_egypt_and_stays_where_it_is(lat: Decimal, lng: Decimal) -> None:
    asked = asking({"key": "x", "kind": "point"})
    clean, faults = check_fields(asked.fields, {"x": {"lat": str(lat), "lng": str(lng)}})
    if not faults:
        north, east = Decimal(clean["x"]["lat"]), Decimal(clean["x"]["lng"])
        assert 21 < north < 32 and 24 < east < 38
        assert abs(north - lat) <= Decimal("0.0000005") and abs(east - lng) <= Decimal("0.0000005")
        assert check_fields(asked.fields, {"x": f"{clean['x']['lat']} {clean['x']['lng']}"}) == (clean, [])


EARLIER = {
    "key": "licence",
    "kind": "earlier",
    "of": ["trial"],
    "brings": {"trade": "activity", "area": "area"},
    "when": "renewing",
}


def test_an_earlier_paper_is_named_and_brings_what_it_has() -> None:
    """Only when the question applies; what the earlier case did not answer is not brought."""
    asked = asking({"key": "renewing", "kind": "yes_no"}, EARLIER, {"key": "trade", "kind": "text"})
    (named,) = earlier_fields(asked, {"renewing": True, "licence": "sl-0402-2026-00004"})
    assert (named.number, named.at, named.field.in_force) == ("SL-0402-2026-00004", "answers.licence", True)
    assert brought(named, {"activity": "food", "seats": 3}) == {"trade": "food"}
    assert earlier_fields(asked, {"renewing": False, "licence": "SL-0402-2026-00004"}) == ()
    assert earlier_fields(asked, {"renewing": True, "licence": "?"}) == ()


def test_the_bounds_of_a_day_are_told() -> None:
    day = {"key": "day", "kind": "date", "minimum": "2026-01-01", "maximum": "2026-12-31"}
    shape = json_schema(asking(day).fields, "en")["properties"]["day"]
    assert (shape["format"], shape["formatMinimum"], shape["formatMaximum"]) == ("date", "2026-01-01", "2026-12-31")


def test_the_schema_tells_what_an_earlier_paper_brings() -> None:
    shape = json_schema(asking({"key": "renewing", "kind": "yes_no"}, EARLIER).fields, "en")["properties"]["licence"]
    assert shape["x-of"] == ["trial"]
    assert shape["x-brings"] == {"trade": "activity", "area": "area"}
    assert shape["x-when"]["tree"] == ["name", "renewing"]
    assert shape["x-kind"] == "earlier"
