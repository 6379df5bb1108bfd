"""Every floor stands, has its plate and its place in the contract; nothing else stands beside them."""

from __future__ import annotations

from . import sources
from .test_sizes import PLATE


def test_every_folder_has_a_floor_and_every_floor_a_folder() -> None:
    named = {name for siblings in sources.floors() for name in siblings}
    there = {path.name for path in sources.PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert there == named


def test_every_floor_has_a_plate_that_fits_on_a_door() -> None:
    wrong = []
    for siblings in sources.floors():
        for name in siblings:
            plate = sources.PACKAGE / name / "README.md"
            if not plate.is_file() or plate.read_text("utf-8").count("\n") > PLATE:
                wrong.append(name)
            if not (sources.PACKAGE / name / "__init__.py").is_file():
                wrong.append(f"{name}/__init__.py")
    assert wrong == []


def test_the_page_of_the_house_shows_the_same_floors() -> None:
    page = (sources.ROOT / "docs" / "house.md").read_text("utf-8")
    for siblings in sources.floors():
        assert " | ".join(siblings) in page
