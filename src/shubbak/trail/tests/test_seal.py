"""Everything settled is sealed once, in a chain, signed, and anchored outside the database."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections, transaction

from shubbak.kernel.actor import SYSTEM
from shubbak.kernel.refusal import NotThere
from shubbak.trail import partitions, verifier
from shubbak.trail.actions import AnchorDisagrees, Happening, anchor, record, record_many, seal
from shubbak.trail.models import Entry, Node, Seal
from shubbak.trail.queries import last_seal_root, proof, verify
from shubbak.trail.queries.seal_root import forget_seal_root

SEALING = sys.modules["shubbak.trail.actions.seal"]


def act(count: int = 1) -> None:
    record_many(by=SYSTEM, rows=[Happening("a.b", "s", None, facts={"n": n}) for n in range(count)])


def lines(home: Path) -> list[dict[str, object]]:
    (path,) = (home / "anchors").glob("node-1-*.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_nothing_to_seal(live: None, home: Path) -> None:
    assert seal() == 0
    assert last_seal_root() == bytes(32)
    assert verify().ok


def test_seals_chain_and_are_anchored(live: None, home: Path) -> None:
    for count in (3, 1, 5):
        act(count)
        assert seal() == 1
    seals = list(Seal.objects.order_by("number"))
    assert [(s.number, s.entries, s.total) for s in seals] == [(1, 3, 3), (2, 1, 4), (3, 5, 9)]
    assert [bytes(s.previous) for s in seals] == [bytes(32), *(bytes(s.head) for s in seals[:2])]
    assert [(line["seal"], line["head"], line["total"]) for line in lines(home)] == [
        (s.number, bytes(s.head).hex(), s.total) for s in seals
    ]
    forget_seal_root()
    assert last_seal_root() == bytes(seals[-1].root)
    report = verify()
    assert (report.ok, report.entries, report.seals, report.anchors, report.unsealed) == (True, 9, 3, 3, 0)


def test_a_running_transaction_holds_the_seal_back(live: None, home: Path) -> None:
    """An entry that commits late is under a later seal, never behind one."""
    written, commit = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            act(1)
            written.set()
            assert commit.wait(10)
        connection.close()

    act(2)
    thread = threading.Thread(target=slow)
    thread.start()
    assert written.wait(10)
    act(4)
    assert seal() == 1
    assert Seal.objects.get().entries == 2
    commit.set()
    thread.join()
    assert seal() == 1
    assert list(Seal.objects.order_by("number").values_list("entries", flat=True)) == [2, 5]
    assert verify().ok


def test_a_long_backlog_is_sealed_in_pieces_at_transaction_bounds(
    live: None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SEALING, "_MOST", 4)
    for count in (3, 3, 9, 1):
        act(count)
    assert seal() == 4
    assert list(Seal.objects.order_by("number").values_list("entries", flat=True)) == [3, 3, 9, 1]
    assert verify().ok


def test_every_entry_is_sealed_exactly_once_under_load(live: None, home: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            act(2)
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(15):
        seal()
    stop.set()
    for thread in threads:
        thread.join()
    seal()
    report = verify()
    assert report.ok, report
    assert report.entries == Entry.objects.count() == sum(Seal.objects.values_list("entries", flat=True))


def test_a_lost_anchor_line_is_written_later(live: None, home: Path) -> None:
    act()
    seal()
    (path,) = (home / "anchors").glob("node-1-*.jsonl")
    whole = path.read_text()
    act()
    seal()
    path.write_text(whole + '{"v": 1, "node": 1, "se')
    act()
    seal()
    assert [line["seal"] for line in lines(home)] == [1, 2, 3]
    assert verify().ok


def test_two_places(live: None, home: Path, settings: object) -> None:
    settings.TRAIL_ANCHORS = (home / "anchors", home / "elsewhere")  # type: ignore[attr-defined]
    act()
    seal()
    assert anchor() == 0
    report = verify()
    assert (report.ok, report.anchors) == (True, 2)
    assert verify(home / "elsewhere").ok


def test_an_anchor_that_knows_more_stops_the_sealing(live: None, home: Path) -> None:
    act()
    seal()
    (path,) = (home / "anchors").glob("node-1-*.jsonl")
    ahead = json.loads(path.read_text()) | {"seal": 2}
    path.write_text(path.read_text() + json.dumps(ahead) + "\n")
    act()
    with pytest.raises(AnchorDisagrees):
        seal()
    assert Seal.objects.count() == 1


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_copied_database_begins_a_new_epoch(home: Path) -> None:
    act(2)
    seal()
    act(1)
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE trail_node SET cluster = 'where it was before'")
    partitions.ensure(connections["owner"])
    assert Node.objects.get().epoch == 2
    act(3)
    seal()
    seals = Seal.objects.order_by("number").values_list("epoch", "entries")
    assert list(seals) == [(1, 2), (1, 1), (2, 3)]
    assert verify().ok
    assert partitions.ensure(connections["owner"]) == 0
    assert Node.objects.get().epoch == 2


def test_proof_of_one_entry(live: None, home: Path) -> None:
    act(7)
    entry = Entry.objects.order_by("seq")[4]
    with pytest.raises(NotThere):
        proof(entry)
    seal()
    found = proof(entry)
    assert (found.index, found.size, found.leaf) == (4, 7, bytes(entry.leaf))
    assert found.holds()
    assert found.root == bytes(Seal.objects.get().root)


def test_the_audit_key_is_guarded_and_its_public_half_published(live: None, home: Path) -> None:
    act()
    seal()
    secret = home / "secrets" / "audit.pem"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    (public,) = (home / "anchors").glob("key-*.pem")
    assert public.name == f"key-{Seal.objects.get().key_id}.pem"
    assert b"PUBLIC KEY" in public.read_bytes()


def test_the_verifier_needs_nothing_of_shubbak(live: None, home: Path, tmp_path: Path) -> None:
    """A copy of the one file, an isolated Python, the database's address and the anchors."""
    act(5)
    seal()
    alone = tmp_path / "verifier_alone.py"
    alone.write_text(Path(verifier.__file__).read_text())
    where = settings.DATABASES["default"]
    url = " ".join(
        f"{word}={where[name]}"
        for word, name in (
            ("host", "HOST"),
            ("port", "PORT"),
            ("user", "USER"),
            ("password", "PASSWORD"),
            ("dbname", "NAME"),
        )
        if where[name]
    )
    words = [sys.executable, "-I", "-c", BLOCKED, str(alone), url, str(home / "anchors")]
    ran = subprocess.run(words, capture_output=True, text=True, env=dict(os.environ), check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("5 entries in 1 seals, 0 not sealed yet; 1 anchored heads compared")


BLOCKED = """
import runpy, sys
sys.modules["django"] = sys.modules["shubbak"] = None
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_recording_goes_on_while_nothing_can_be_anchored(live: None, home: Path) -> None:
    (home / "anchors").write_text("a file where the folder should be")
    record(by=SYSTEM, act="a.b", subject="s", subject_id=None)
    assert seal() == 1
    (home / "anchors").unlink()
    assert anchor() == 1
    assert verify().ok
