"""docs/catalogue.md tells what is: its commands run, its formats and files are ours, its weights are those given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shubbak.catalogue.exports import doubts
from shubbak.catalogue.exports.formats import FORMATS
from shubbak.catalogue.exports.spreadsheet.workbook import SHEETS
from shubbak.config.command import main

pytestmark = pytest.mark.xdist_group("catalogue")
PAGE = (Path(__file__).resolve().parents[5] / "docs" / "catalogue.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ shubbak (.+)$", PAGE, re.M)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As written, in any folder; a file that is named is there afterwards."""
    monkeypatch.chdir(tmp_path)
    assert main(command.split()) == 0
    for name in re.findall(r"--to (\S+)", command):
        assert (tmp_path / name).stat().st_size > 1000


def test_formats_are_told() -> None:
    """Each with the file it comes in, and the workbook with its sheets."""
    assert dict(re.findall(r"^\| `([a-z-]+)` \| `([a-z.-]+)` \|", PAGE, re.M)) == {
        key: one.file for key, one in FORMATS.items()
    }
    (sheets,) = re.findall(r"eight sheets \(([^)]+)\)", PAGE)
    assert sheets.split(", ") == [sheet.title.en.lower() for sheet in SHEETS]


def test_kinds_and_weights_are_told() -> None:
    """The kinds of figure that are counted, and the weight of each doubt."""
    assert all(kind in PAGE for kind in doubts.KINDS)
    source = Path(doubts.__file__).read_text("utf-8")
    given = {int(number) for number in re.findall(r"Doubt\((\d+),", source)} | {5}
    told = {int(number) for number in re.findall(r"^\| (\d+) \|", PAGE, re.M)}
    assert given == told
