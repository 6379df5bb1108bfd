"""Decrees of governorates and units, in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from shubbak.catalogue.check import check
from shubbak.catalogue.reading.folder import read_folder
from shubbak.flow.rates import chosen

from . import page

DECREE = page.example("schedule")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "street-kiosk.yaml").write_text(page.example("service"), "utf-8")
    return tmp_path


def test_a_decree_sets_the_rate_of_its_place_while_it_holds(folder: Path) -> None:
    (folder / "decree.yaml").write_text(DECREE, "utf-8")
    (one,), findings = read_folder(folder)
    assert findings == []
    (rate,) = one.service.rates

    def at(unit: str, day: str) -> str:
        override = chosen(rate, {"unit": unit, "governorate": unit[:2], "submitted_on": day})
        return override.schedule if override else ""

    assert at("0402", "2026-06-30") == ""
    assert at("0402", "2026-07-01") == at("0401", "2027-06-30") == "suez-2026"
    assert at("0402", "2027-07-01") == at("0101", "2026-08-01") == ""


def test_a_decree_makes_another_version(folder: Path) -> None:
    (without,) = read_folder(folder)[0]
    (folder / "decree.yaml").write_text(DECREE, "utf-8")
    (withal,) = read_folder(folder)[0]
    assert without.digest != withal.digest


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("street-kiosk:", "street-kiosks:", "street-kiosks", "There is no service", "Did you mean “street-kiosk”?"),
        ("kiosk_rate: 45", "kiosk_rat: 45", "kiosk_rat", "“street-kiosk” has no rate", "Did you mean “kiosk_rate”?"),
        ("kiosk_rate: 45", "kiosk_rate: -1", "kiosk_rate", "“-1” is less than nothing", "Write 0 or more"),
        ("kiosk_rate: 45", "kiosk_rate: much", "kiosk_rate", "“much” is not a figure", "Write a number"),
        ('"04"', '"44"', '"44"', "There is no governorate “44”", "two digits"),
        ('governorate: "04"', 'unit: "0499"', '"0499"', "There is no unit “0499”", "Did you mean"),
        (
            '{governorate: "04"}',
            '{governorate: "04", unit: "0402"}',
            "for:",
            "one governorate or one unit",
            "Write `for:",
        ),
        ("from: 2026-07-01\n", "", "schedule:", "“from” is missing", "Add `from:`"),
        ("until: 2027-06-30", "until: 2025-06-30", "schedule:", "ends before it begins", "on or after"),
        ("source:", "sourse:", "sourse:", "“sourse” is not known here", "Did you mean “source”?"),
    ],
)
def test_mistakes(folder: Path, old: str, new: str, line: str, what: str, mend: str) -> None:
    """Each at its line of the decree's file."""
    assert old in DECREE
    file = folder / "decree.yaml"
    file.write_text(DECREE.replace(old, new), "utf-8")
    findings = check(folder)
    lines = file.read_text("utf-8").splitlines()
    told = [f for f in findings if f.file == str(file) and line in lines[f.line - 1]]
    assert any(what in f.what and mend in f.mend for f in told), [str(f) for f in findings]


def test_two_decrees_of_one_name(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text(DECREE, "utf-8")
    (finding,) = check(folder)
    assert finding.what == "There are two files for the schedule “suez-2026”."


def test_two_decrees_of_one_place_and_day(folder: Path) -> None:
    """Neither goes before the other, so neither may stand."""
    (folder / "a.yaml").write_text(DECREE, "utf-8")
    (folder / "b.yaml").write_text(DECREE.replace("suez-2026", "suez-again"), "utf-8")
    (finding,) = check(folder)
    assert "begin there on the same day" in finding.what
