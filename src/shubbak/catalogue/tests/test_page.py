"""Somebody who has only docs/define-a-service.md can write a service: what the page says is true and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from shubbak.catalogue.check import check
from shubbak.catalogue.reading.assembling import assembled
from shubbak.catalogue.reading.findings import Finding
from shubbak.catalogue.reading.folder import HERE, read_folder
from shubbak.catalogue.reading.nodes import read
from shubbak.catalogue.reading.parts import ServicePart
from shubbak.catalogue.reading.shelf import GROUPS, Shelf
from shubbak.flow import vocabulary
from shubbak.flow.expressions import FUNCTIONS

from . import page, shelf_told


def shelf() -> Shelf:
    found = Shelf()
    for path in sorted((HERE / "flows").glob("*.yaml")):
        node, _ = read(path.read_text("utf-8"), path.name)
        assert node is not None
        if node.get("flow"):
            found.flows[node.value["flow"].value] = node
        for group in GROUPS:
            members = node.get(group) if node.get("standard") else None
            found.standard.setdefault(group, {}).update(members.value if members else {})
    return found


def test_the_whole_example_and_its_decree_load(tmp_path: Path) -> None:
    """As they stand on the page."""
    (tmp_path / "street-kiosk.yaml").write_text(page.example("service"), "utf-8")
    (tmp_path / "suez-2026.yaml").write_text(page.example("schedule"), "utf-8")
    assert check(tmp_path) == []
    (one,) = read_folder(tmp_path)[0]
    assert [override.amount for override in one.service.rates[0].overrides] == ["40", "35", "45"]


@pytest.mark.parametrize("key", ["form", "fees", "limits", "flow"])
def test_every_shorter_example_is_of_the_right_shape(key: str) -> None:
    """Put into the whole one in place of its own part."""
    whole, _ = read(page.example("service"), "page")
    part, findings = read(page.example(key), "page")
    assert whole is not None
    assert part is not None
    found: list[Finding] = list(findings)
    made = assembled(whole.holding({**whole.value, key: part.value[key]}), shelf(), found)
    assert found == []
    assert ServicePart.model_validate(made.plain())


def test_no_example_is_left_untested() -> None:
    assert [block.split(":")[0] for block in page.examples()] == [
        "service", "form", "fees", "schedule", "limits", "flow",
    ]  # fmt: skip


def test_every_word_is_on_the_page() -> None:
    """Closed lists and keys of a service are told whole."""
    text = page.text()
    told = (*vocabulary.FIELD_KINDS, *vocabulary.LIFE_EVENTS, *vocabulary.LEVELS, *vocabulary.CHANNELS, *FUNCTIONS,
            *vocabulary.STEP_KINDS, *vocabulary.ACTION_KINDS, *vocabulary.DUTIES, *vocabulary.END_STATES,
            *vocabulary.STARTS, *vocabulary.DECISIONS, *vocabulary.APPLICANTS, *vocabulary.FACTS)  # fmt: skip
    assert [word for word in told if word not in text] == []
    assert [key for key in ServicePart.model_fields if f"`{key}`" not in text] == []


@pytest.mark.parametrize("listed", [shelf_told.shapes, shelf_told.sections, shelf_told.parts, shelf_told.departments])
def test_the_shelf_is_told_as_it_is(listed: object) -> None:
    """When a shape or a standard part changes, its line on the page does; this is what should stand there."""
    assert listed() in page.text()  # type: ignore[operator]
