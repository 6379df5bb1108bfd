"""National ids, mobiles, passports and registers: every published vector, in any digits. All ids are synthetic."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shubbak.kernel import clock
from shubbak.kernel.refusal import Invalid
from shubbak.people import identifiers

VALID = [
    ("28503150100019", date(1985, 3, 15), "01", "male"),
    ("29007220200021", date(1990, 7, 22), "02", "female"),
    ("30112312100034", date(2001, 12, 31), "21", "male"),
    ("27802281800044", date(1978, 2, 28), "18", "female"),
    ("30402291300052", date(2004, 2, 29), "13", "male"),
    ("29911090400063", date(1999, 11, 9), "04", "female"),
    ("30506013100077", date(2005, 6, 1), "31", "male"),
    ("26001018800084", date(1960, 1, 1), "88", "female"),
    ("27210103500091", date(1972, 10, 10), "35", "male"),
    ("30001012900008", date(2000, 1, 1), "29", "female"),
]
WRONG = [
    ("28513150100014", "national_id_birth"),
    ("28502300100016", "national_id_birth"),
    ("28503150500017", "national_id_governorate"),
    ("18503150100011", "national_id_century"),
    ("39903150100019", "national_id_birth"),
    ("2850315010001", "national_id_length"),
    ("285031501000190", "national_id_length"),
    ("", "national_id_length"),
    ("2850315010001X", "national_id_length"),
]
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.mark.parametrize(("number", "birth", "governorate", "sex"), VALID)
def test_a_valid_national_id_is_taken_apart(number: str, birth: date, governorate: str, sex: str) -> None:
    expected = identifiers.NationalId(number, birth, governorate, sex, check_ok=True)
    assert identifiers.parse_national_id(number) == expected


@pytest.mark.parametrize("number", ["28503150100001", "28503150100060"])
def test_a_check_digit_of_ten_or_eleven_takes_its_last_digit(number: str) -> None:
    assert identifiers.parse_national_id(number).check_ok


def test_a_wrong_check_digit_is_told_and_not_refused() -> None:
    assert not identifiers.parse_national_id("28503150100010").check_ok


@pytest.mark.parametrize(("number", "code"), WRONG)
def test_an_impossible_national_id_is_refused_with_its_reason(number: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        identifiers.parse_national_id(number)
    assert refused.value.code == code
    assert [fault.at for fault in refused.value.faults] == ["number"]


@pytest.mark.parametrize("script", [ARABIC_INDIC, PERSIAN])
def test_any_digits_are_read(script: dict[int, int]) -> None:
    assert identifiers.parse_national_id("28503150100019".translate(script)).number == "28503150100019"
    assert identifiers.parse_mobile("01012345678".translate(script)) == "01012345678"


def test_separators_and_invisible_marks_do_not_count() -> None:
    assert identifiers.parse_national_id("\u200e2 850315 01-0001-9\u200f").number == "28503150100019"


def test_age_turns_on_the_birthday() -> None:
    person = identifiers.parse_national_id("30402291300052")
    assert [person.age(on) for on in (date(2026, 2, 28), date(2026, 3, 1))] == [21, 22]


def test_a_birth_is_in_the_future_only_until_it_comes() -> None:
    with clock.held(datetime(2099, 3, 16, tzinfo=UTC)):
        assert identifiers.parse_national_id("39903150100019").birth == date(2099, 3, 15)


@pytest.mark.parametrize(
    "typed", ["01012345678", "+201012345678", "00201012345678", "20 101 234 5678", "010-1234-5678", "٠١٠١٢٣٤٥٦٧٨"]
)
def test_a_mobile_is_one_number_however_it_is_written(typed: str) -> None:
    assert identifiers.parse_mobile(typed) == "01012345678"


@pytest.mark.parametrize("typed", ["01312345678", "0101234567", "010123456789", "0223456789", "abc", ""])
def test_what_is_no_mobile_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        identifiers.parse_mobile(typed)
    assert refused.value.code == "mobile"


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("citizen", "٢٨٥٠٣١٥٠١٠٠٠١٩", identifiers.Identifier("national_id", "28503150100019")),
        ("national_id", "28503150100010", identifiers.Identifier("national_id", "28503150100010", check_ok=False)),
        ("foreigner", "a 1234567", identifiers.Identifier("passport", "A1234567")),
        ("organisation", "100-531-385", identifiers.Identifier("tax_number", "100531385")),
        ("organisation", "٣٣١-١٠٥-٢٦٨", identifiers.Identifier("tax_number", "331105268")),
        ("organisation", "السويس / ٠١٢٣٤٥", identifiers.Identifier("commercial_register", "السويس/12345")),
    ],
)
def test_a_number_is_read_by_its_kind_or_its_holder(kind: str, typed: str, expected: identifiers.Identifier) -> None:
    assert identifiers.parse(kind, typed) == expected


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("foreigner", "ABCDEF", "passport"),
        ("organisation", "12345", "tax_number"),
        ("organisation", "السويس/12x", "commercial_register"),
        ("horoscope", "12", "number_kind"),
    ],
)
def test_a_number_of_no_shape_is_refused(kind: str, typed: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        identifiers.parse(kind, typed)
    assert refused.value.code == code


def test_masks_show_the_end_only() -> None:
    assert identifiers.masked("national_id", "28503150100019") == "••••••••••0019"
    assert identifiers.masked("mobile", "01012344567") == "010••••4567"
    assert identifiers.masked("passport", "A1234567") == "••••4567"
