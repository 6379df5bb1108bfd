"""A service is withdrawn: nobody begins one any more, what runs goes on, and its file brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shubbak.catalogue import queries
from shubbak.catalogue.actions import load, withdraw
from shubbak.catalogue.models import Service, ServiceVersion
from shubbak.catalogue.queries.browsing import browse
from shubbak.catalogue.reading.folder import HERE
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.trail.models import Entry

pytestmark = pytest.mark.django_db
DECREE = "Decree 12 of 2026"
COPY = HERE / "services" / "citizens" / "permit-copy.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    queries.forget_catalogue()
    (tmp_path / "copy.yaml").write_text(COPY.read_text("utf-8"), "utf-8")
    text = COPY.read_text("utf-8").replace("service: permit-copy", "service: permit-copy-2", 1)
    (tmp_path / "other.yaml").write_text(text, "utf-8")
    load(tmp_path)
    yield tmp_path
    queries.forget_catalogue()


def keys() -> list[str]:
    return [one.service.key for one in queries.offered()]


def test_it_is_offered_no_longer_and_what_runs_keeps_its_version(folder: Path) -> None:
    old = queries.current("permit-copy")
    withdraw("permit-copy", source=DECREE)
    assert keys() == ["permit-copy-2"]
    assert [one.service.key for one in browse({}).services] == ["permit-copy-2"]
    assert "permit-copy" not in [one.service.key for one in queries.offered(q="صورة")]
    with pytest.raises(NotThere):
        queries.current("permit-copy")
    assert queries.version(old.version_id) == old.service
    assert [one.service.key for one in queries.once_offered()] == ["permit-copy", "permit-copy-2"]
    entry = Entry.objects.latest("seq")
    assert (entry.act, entry.facts) == (
        "catalogue.withdrawn",
        {"service": "permit-copy", "version": 1, "source": DECREE},
    )


def test_only_what_is_offered_is_withdrawn_and_by_a_decision(folder: Path) -> None:
    withdraw("permit-copy", source=DECREE)
    before = Entry.objects.count()
    for key, source, refusal in (
        ("permit-copy", DECREE, NotThere), ("moon", DECREE, NotThere), ("permit-copy-2", " ", Invalid),
    ):  # fmt: skip
        with pytest.raises(refusal):
            withdraw(key, source=source)
    assert Entry.objects.count() == before
    assert keys() == ["permit-copy-2"]


def test_loading_its_file_offers_it_again_and_a_start_does_not(folder: Path) -> None:
    old = queries.current("permit-copy").version_id
    withdraw("permit-copy", source=DECREE)
    assert load(folder, withdrawn_too=False) == []
    assert keys() == ["permit-copy-2"]
    assert load(folder) == ["permit-copy"]
    assert queries.current("permit-copy").version_id == old
    assert ServiceVersion.objects.count() == 2
    assert load(folder) == load(folder, withdrawn_too=False) == []


def test_a_changed_file_brings_it_back_as_the_next_version(folder: Path) -> None:
    withdraw("permit-copy", source=DECREE)
    file = folder / "copy.yaml"
    file.write_text(file.read_text("utf-8").replace("en: ", "en: New ", 1), "utf-8")
    assert load(folder, withdrawn_too=False) == []
    assert Service.objects.get(key="permit-copy").current is None
    assert load(folder) == ["permit-copy"]
    current = Service.objects.get(key="permit-copy").current
    assert current is not None and current.number == 2
