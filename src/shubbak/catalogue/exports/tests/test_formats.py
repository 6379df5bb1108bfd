"""Every format by its name, through the command line as an official uses it."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shubbak.catalogue.exports.formats import FORMATS, Site, written_as
from shubbak.catalogue.reading.folder import HERE
from shubbak.config.command import main
from shubbak.config.commands.catalogue import FORMATS as COMMAND_FORMATS

from .shipped import services

SITE = Site("https://shubbak.example", datetime(2026, 11, 22, 12, tzinfo=UTC))
KIOSK = HERE / "services" / "street"


def test_the_same_services_give_the_same_file() -> None:
    """A download that did not change is the same, byte for byte (a workbook holds when it was packed)."""
    two = [services()["kiosk-licence"], services()["complaint"]]
    for key in set(FORMATS) - {"spreadsheet"}:
        assert written_as(key, two, SITE) == written_as(key, two, SITE)


def test_the_command_knows_every_format() -> None:
    """Its list, kept apart so that other commands start quickly, is this one."""
    assert set(COMMAND_FORMATS) == set(FORMATS)


def test_flows_are_packed_by_the_key_of_their_service() -> None:
    """One diagram a file."""
    packed = zipfile.ZipFile(io.BytesIO(written_as("bpmn", [services()["complaint"]], SITE)))
    assert packed.namelist() == ["complaint.bpmn"]
    assert packed.read("complaint.bpmn").startswith(b"<?xml")


def test_schema_org_as_one_graph() -> None:
    """One context for all, each service with the address of its page."""
    whole = json.loads(written_as("schema-org", [services()["complaint"]], SITE))
    (one,) = whole["@graph"]
    assert (whole["@context"], one["url"]) == ("https://schema.org", "https://shubbak.example/services/complaint/")


@pytest.mark.parametrize("key", FORMATS)
def test_the_command_writes_one_service(key: str, tmp_path: Path) -> None:
    """`--from` a folder, `--service` one, `--to` a file."""
    target = tmp_path / "out"
    words = ["catalogue", "export", key, "--from", str(KIOSK), "--service", "kiosk-licence", "--to", str(target)]
    assert main(words) == 0
    content = target.read_bytes()
    assert content.startswith({"bpmn": b"<?xml", "spreadsheet": b"PK"}.get(key, b"{"))


def test_the_command_refuses_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown service, and a folder that is none."""
    assert main(["catalogue", "export", "bpmn", "--from", str(KIOSK), "--service", "nothing"]) == 1
    assert "there is no service nothing" in capsys.readouterr().err
    assert main(["catalogue", "report", str(tmp_path / "none")]) == 1


def test_the_command_reports_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """In words, and as JSON."""
    assert main(["catalogue", "report", str(KIOSK)]) == 0
    assert "A lawyer should look first at" in capsys.readouterr().out
    assert main(["catalogue", "report", str(KIOSK), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["services"] == len(list(KIOSK.glob("*.yaml")))
