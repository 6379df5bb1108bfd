"""Loading publishes what changed and nothing else; what is published stays."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.catalogue import queries
from shubbak.catalogue.actions import load
from shubbak.catalogue.models import Service, ServiceVersion
from shubbak.catalogue.reading.folder import HERE
from shubbak.kernel.refusal import Invalid, NotThere

pytestmark = pytest.mark.django_db
TWELVE = (
    "building/site-validity.yaml", "building/building-permit.yaml", "building/demolition.yaml",
    "building/occupancy-certificate.yaml", "shops/shop-licence.yaml", "shops/shop-notification.yaml",
    "occupancy/road-occupancy.yaml", "advertising/advertisement.yaml", "utilities/utility-connection.yaml",
    "reconciliation/reconciliation.yaml", "citizens/complaint.yaml", "citizens/permit-copy.yaml",
)  # fmt: skip
SHOP = (HERE / "services" / "shops" / "shop-licence.yaml").read_text("utf-8")


@pytest.fixture(autouse=True)
def _forgetful():
    queries.forget_catalogue()
    yield
    queries.forget_catalogue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for inside in TWELVE:
        (tmp_path / "services" / inside).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "services" / inside, tmp_path / "services" / inside)
    return tmp_path


def test_again_writes_nothing(folder: Path) -> None:
    """The second load of the same folder leaves every version and the trail as they are."""
    assert len(load(folder)) == 12
    before = list(ServiceVersion.objects.values_list("pk", "number"))
    assert load(folder) == []
    assert list(ServiceVersion.objects.values_list("pk", "number")) == before


def test_again_does_not_even_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While its files stay as they are and nothing else was published; then it is read again."""
    load(folder)
    (folder / "more").mkdir()
    (folder / "more" / "shop.yaml").write_text(SHOP.replace("service: shop-licence", "service: shop-2", 1), "utf-8")
    read: list[Path] = []
    monkeypatch.setattr(sys.modules[load.__module__], "read_folder", lambda path: read.append(path) or ([], []))
    with CaptureQueriesContext(connections["default"]) as seen:
        assert load(folder / "services") == []
    assert (read, len(seen)) == ([], 2)
    monkeypatch.undo()
    assert load(folder / "more") == ["shop-2"]
    assert load(folder / "services") == []


def test_one_small_statement_tells_that_nothing_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every five seconds, however many services there are; what changed is found by it."""
    load(folder)
    first = queries.offered()
    monkeypatch.setattr("shubbak.catalogue.queries.published.FRESH_SECONDS", -1.0)
    with CaptureQueriesContext(connections["default"]) as seen:
        again = queries.offered()
    assert len(seen) == 1
    assert all(a is b for a, b in zip(first, again, strict=True))
    Service.objects.filter(key="complaint").update(current=None)
    assert len(queries.offered()) == 11


def test_only_what_changed_is_published(folder: Path) -> None:
    """A changed fee makes version 2 of one service; a case on version 1 still reads version 1."""
    load(folder)
    old = queries.current("shop-licence")
    file = folder / "services" / "shops" / "shop-licence.yaml"
    file.write_text(file.read_text("utf-8").replace("fees: {inspection: 611.00, licence: 5911.00}", "", 1)
                    .replace("amount: 500\n", "amount: 700\n"), "utf-8")  # fmt: skip
    assert load(folder) == ["shop-licence"]
    new = queries.current("shop-licence")
    assert ServiceVersion.objects.get(pk=new.version_id).number == 2
    assert queries.version(old.version_id) == old.service
    assert new.service != old.service


def test_a_folder_with_a_mistake_changes_nothing(folder: Path) -> None:
    """All or nothing."""
    (folder / "services" / "citizens" / "complaint.yaml").write_text("service: complaint\n", "utf-8")
    with pytest.raises(Invalid) as caught:
        load(folder)
    assert caught.value.faults
    assert not ServiceVersion.objects.exists()


@pytest.mark.parametrize(
    "change", ["UPDATE catalogue_serviceversion SET number = 9", "DELETE FROM catalogue_serviceversion"]
)
def test_a_published_version_is_frozen(folder: Path, change: str) -> None:
    """The database refuses, and the trigger fires for the owner and for replicas too."""
    load(folder)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgname IN "
                       "('catalogue_version_is_frozen', 'catalogue_versions_stay')")  # fmt: skip
        assert cursor.fetchall() == [("A",), ("A",)]


def test_offered_by_place_and_found_by_words(folder: Path) -> None:
    """A unit sees what its kind offers; words are found however they are spelt."""
    load(folder)
    assert len(queries.offered()) == 12
    assert next(p.service.key for p in queries.offered(q="رُخصه مَحل")) == "shop-licence"
    assert [p.service.key for p in queries.offered(q="تصالح")] == ["reconciliation"]
    assert [p.service.key for p in queries.offered(q="no such thing")] == []


def test_answers_from_memory(folder: Path) -> None:
    """After the first look, a service costs no statement."""
    load(folder)
    queries.offered()
    with CaptureQueriesContext(connections["default"]) as seen:
        published = queries.current("building-permit")
        queries.version(published.version_id)
        queries.offered(q="بناء")
    assert len(seen) == 0
    with pytest.raises(NotThere):
        queries.current("no-such-service")


def test_three_hundred_services_load_in_a_few_statements(tmp_path: Path) -> None:
    """However many they are."""
    for number in range(300):
        text = SHOP.replace("service: shop-licence", f"service: shop-{number}", 1)
        (tmp_path / f"{number}.yaml").write_text(text, "utf-8")
    with CaptureQueriesContext(connections["default"]) as seen:
        assert len(load(tmp_path)) == 300
    assert len(seen) <= 12
