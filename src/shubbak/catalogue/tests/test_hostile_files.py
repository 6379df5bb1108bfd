"""Files that nobody would write in good faith: each gives a finding that can be read, none a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from shubbak.catalogue.check import check
from shubbak.catalogue.reading.folder import HERE

SHOP = (HERE / "services" / "shops" / "shop-licence.yaml").read_text("utf-8")
DIGITS = "9" * 5000


@pytest.mark.parametrize(
    "text",
    [f"{'[' * n}{']' * n}" for n in (61, 5_000, 200_000)]
    + ["{a: " * 5_000 + "}" * 5_000, "- " * 5_000, "".join(f"{' ' * n}a:\n" for n in range(900))],
)
def test_what_is_nested_too_deeply(tmp_path: Path, text: str) -> None:
    (tmp_path / "deep.yaml").write_text(text, "utf-8")
    (finding,) = check(tmp_path)
    assert "nested too deeply" in finding.what


@pytest.mark.parametrize("number", [DIGITS, f"-{DIGITS}", f"{DIGITS}.5"])
def test_a_number_of_thousands_of_digits(tmp_path: Path, number: str) -> None:
    (tmp_path / "shop.yaml").write_text(SHOP.replace("max: 20000", f"max: {number}"), "utf-8")
    assert any("digits" in one.what for one in check(tmp_path))


@pytest.mark.parametrize(
    "old", ["department: shops", "kind: text", "max: 20000", "amount: 500", "applicant: citizen", "when: workers"]
)
def test_what_is_quoted_is_cut(tmp_path: Path, old: str) -> None:
    assert old in SHOP
    for long in ("y" * 1_000_000, f"'{DIGITS}'", f"'{'a b ' * 100_000}'"):
        (tmp_path / "shop.yaml").write_text(SHOP.replace(old, f"{old.partition(':')[0]}: {long}", 1), "utf-8")
        assert all(len(str(one)) < 2_000 and "\n" not in str(one) for one in check(tmp_path))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("standard: x\n", "holds no standard part"),
        ("standard: x\nfields: 5\n", "“fields” holds no parts"),
        ("standard: x\nlimits: [1]\n", "“limits” holds no parts"),
        ("standard: x\nfields: {a: 5}\n", "“a” is not written"),
        ("flow: 5\n", "not a flow"),
        ("flow: mine\n", "not a flow"),
        ("flow: [1]\nsteps: {}\n", "not a flow"),
    ],
)
def test_a_file_that_holds_nothing(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "thing.yaml").write_text(text, "utf-8")
    (finding,) = check(tmp_path)
    assert what in finding.what and finding.line in (1, 2)
