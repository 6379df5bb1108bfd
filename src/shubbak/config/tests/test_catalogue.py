"""`shubbak catalogue load|withdraw`: a service taken out of what is offered, and back, from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shubbak.catalogue.queries import forget_catalogue, offered
from shubbak.catalogue.reading.folder import HERE
from shubbak.config.command import main

WITHDRAW = ["catalogue", "withdraw", "permit-copy", "--source", "Decree 12 of 2026"]


@pytest.fixture(autouse=True)
def here(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command finds the test's database."""

    @contextmanager
    def database() -> Iterator[None]:
        yield

    monkeypatch.setattr("shubbak.config.commands.catalogue.database", database)
    forget_catalogue()
    yield
    forget_catalogue()


def test_a_service_is_withdrawn_and_loaded_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "copy.yaml").write_bytes((HERE / "services" / "citizens" / "permit-copy.yaml").read_bytes())
    load = ["catalogue", "load", str(tmp_path)]
    assert main(load) == 0
    assert main(WITHDRAW) == 0
    assert "permit-copy is no longer offered" in capsys.readouterr().out
    assert offered() == []
    assert main(WITHDRAW) == 1
    assert main([*WITHDRAW[:-1], " "]) == 1
    assert "اذكر القرار" in capsys.readouterr().err
    assert main(load) == 0
    assert [one.service.key for one in offered()] == ["permit-copy"]
