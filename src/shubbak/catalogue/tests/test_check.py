"""Each kind of mistake gives the file, the line, what is wrong and how to mend it; what ships is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from shubbak.catalogue.check import check
from shubbak.catalogue.reading.findings import Finding
from shubbak.catalogue.reading.folder import HERE, read_folder
from shubbak.catalogue.tests import page
from shubbak.catalogue.tests.mistakes import MISTAKES, Mistake
from shubbak.catalogue.tests.mistakes_in_kiosk import IN_FEES, IN_FORMS

SHOP = (HERE / "services" / "shops" / "shop-licence.yaml").read_text("utf-8")
TWELVE = {
    "site-validity", "building-permit", "demolition", "occupancy-certificate", "shop-licence", "shop-notification",
    "utility-connection", "road-occupancy", "advertisement", "reconciliation", "complaint", "permit-copy",
}  # fmt: skip


def found_in(folder: Path, text: str) -> list[Finding]:
    (folder / "shop.yaml").write_text(text, "utf-8")
    return check(folder)


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m.name for m in MISTAKES])
def test_mistake(tmp_path: Path, mistake: Mistake) -> None:
    """The finding stands at the line that a person would point to, and says what and how to mend it."""
    told(tmp_path, mistake, SHOP)


@pytest.mark.parametrize("mistake", [*IN_FORMS, *IN_FEES], ids=[m.name for m in [*IN_FORMS, *IN_FEES]])
def test_mistake_in_the_example_of_the_page(tmp_path: Path, mistake: Mistake) -> None:
    """So do those that somebody makes who has only the page before her."""
    told(tmp_path, mistake, page.example("service"))


def told(folder: Path, mistake: Mistake, whole: str) -> None:
    assert mistake.old in whole
    findings = found_in(folder, whole.replace(mistake.old, mistake.new, 1))
    matching = [f for f in findings if mistake.what.casefold() in f.what.casefold() and mistake.mend in f.mend]
    assert any(mistake.line in written(f) for f in matching), [str(f) for f in findings]


def written(finding: Finding) -> str:
    """The line a finding names."""
    path = HERE / finding.file if finding.file.startswith("flows/") else Path(finding.file)
    return path.read_text("utf-8").splitlines()[finding.line - 1]


BROUGHT = """old_one:
        label: {ar: السابقة, en: Earlier}
        kind: earlier
        of: [shop-licence]
        required: no
        brings: {plain_text: trade_name}
      plain_text: {label: {ar: نص, en: Text}, kind: text, required: no}
      old_shown: {label: {ar: نص, en: Text}, kind: computed, value: old_one}
"""


def test_what_a_blind_step_would_learn_by_a_roundabout_way(tmp_path: Path) -> None:
    """An earlier case tells who asked, and so does what it brings and what is worked out from it."""
    whole = SHOP.replace("      trade_name:\n", f"      {BROUGHT}      trade_name:\n", 1)
    assert {written(f).strip().partition(":")[0] for f in found_in(tmp_path, whole)} == {"old_shown"}
    whole = whole.replace("value: old_one}", "value: old_one, identifies: yes}")
    (finding,) = found_in(tmp_path, whole)
    assert "brings: {plain_text: trade_name}" in written(finding)
    assert "identifies the applicant there" in finding.what and "identifies: yes" in finding.mend
    whole = whole.replace("en: Text}, kind: text,", "en: Text}, kind: text, identifies: yes,")
    assert found_in(tmp_path, whole) == []


def test_an_expression_names_its_column(tmp_path: Path) -> None:
    """The column is where in the line the expression stops making sense, counted from 1."""
    findings = found_in(tmp_path, SHOP.replace("when: activity == 'other'", "when: activity == otther('x')"))
    assert [f.column for f in findings] == [written(findings[0]).index("otther") + 1]


def test_a_mistake_in_a_shared_flow_names_the_flow(tmp_path: Path) -> None:
    """What a service takes from a shape in the same folder is reported in the shape's file."""
    shape = (HERE / "flows" / "simple-extract.yaml").read_text("utf-8").replace("fees: extract", "fees: extra")
    (tmp_path / "shape.yaml").write_text(shape, "utf-8")
    (tmp_path / "copy.yaml").write_text(
        (HERE / "services" / "citizens" / "permit-copy.yaml").read_text("utf-8"), "utf-8"
    )
    uncollected, finding = check(tmp_path)
    assert uncollected.what == "No step collects the fee set “extract”."
    assert finding.file == str(tmp_path / "shape.yaml")
    assert "fees: extra" in shape.splitlines()[finding.line - 1]


def test_two_files_of_one_key(tmp_path: Path) -> None:
    """A key names one service."""
    (tmp_path / "a.yaml").write_text(SHOP, "utf-8")
    (tmp_path / "b.yaml").write_text(SHOP, "utf-8")
    (finding,) = check(tmp_path)
    assert (finding.file, finding.line) == (str(tmp_path / "b.yaml"), 1)


def test_an_empty_folder(tmp_path: Path) -> None:
    """Nothing to read is a mistake too."""
    assert "no YAML file" in check(tmp_path)[0].what
    assert "not a folder" in check(tmp_path / "nowhere")[0].what


def test_what_ships_is_clean() -> None:
    """Every service, and every example it gives, holds."""
    compiled, findings = read_folder(HERE)
    assert findings == []
    assert {one.service.key for one in compiled} >= TWELVE


def test_every_text_is_in_both_languages() -> None:
    """Arabic is Arabic, English is not."""
    arabic = set("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىءئؤ")

    def pairs(tree: object) -> list[dict[str, str]]:
        if isinstance(tree, dict):
            if set(tree) == {"ar", "en"}:
                return [tree]
            return [pair for value in tree.values() for pair in pairs(value)]
        return [pair for value in tree for pair in pairs(value)] if isinstance(tree, list) else []

    for one in read_folder(HERE)[0]:
        for pair in pairs(one.tree):
            sign = pair["ar"] == pair["en"] and " " not in pair["ar"]  # a web address, a blood group
            assert sign or arabic & set(pair["ar"]) or not any(char.isalpha() for char in pair["ar"]), pair
            assert not arabic & set(pair["en"]), pair
