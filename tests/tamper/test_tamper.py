"""200 tamperings by the database's superuser on entries older than the last anchor: each found, each located."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from shubbak.config.postgres import Server
from shubbak.config.postgres.roles import drop_database, make_database
from shubbak.kernel.actor import SYSTEM
from shubbak.kernel.ids import uuid7
from shubbak.trail.actions import Happening, record_many, seal
from shubbak.trail.verifier import Report, Verification

from .forger import WAYS, Done, Forger

TIMES, RESTORED = 200, 24
SEALS, COPIES_AT = 24, (3, 9, 16, 22)
SEED = int(os.environ.get("TAMPER_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)


@pytest.fixture
def trail(live: None, tmp_path: Path, settings: object) -> Iterator[tuple[Server, str, Path, list[str]]]:
    """A sealed and anchored trail, with copies of the database taken on the way."""
    settings.SHUBBAK_HOME, settings.TRAIL_ANCHORS = tmp_path, ()  # type: ignore[attr-defined]
    server, name, chance = (
        Server(Path(os.environ["SHUBBAK_HOME"])),
        str(connection.settings_dict["NAME"]),
        random.Random(SEED),
    )
    copies = []
    for number in range(1, SEALS + 1):
        for _ in range(chance.randint(1, 6)):
            acts = [
                Happening("cases.submitted", "case", uuid7(), "0402", {"to": str(n), "n": n})
                for n in range(chance.randint(1, 9))
            ]
            record_many(by=SYSTEM, rows=acts)
        assert seal() == 1
        if number in COPIES_AT:
            connection.close()
            copies.append(f"{name}_copy_{number}")
            make_database(server, copies[-1], template=name)
    record_many(by=SYSTEM, rows=[Happening("cases.submitted", "case", uuid7())] * 3)
    yield server, name, tmp_path / "anchors", copies
    for copy in copies:
        drop_database(server, copy)


def open_as_superuser(server: Server, name: str) -> psycopg.Connection[tuple[object, ...]]:
    superuser = server.connect(name=name)
    superuser.autocommit = False
    return superuser


def assert_found(report: Report, done: Done) -> None:
    located = {problem.seal for problem in report.problems}
    named = {row for problem in report.problems for row in problem.rows}
    assert not report.ok, f"not found (seed {SEED}): {done}"
    assert done.seals <= located, f"not located (seed {SEED}): {done}\n{report}"
    assert min(seal for seal in located if seal) == min(done.seals), f"blamed too early (seed {SEED}): {done}\n{report}"
    assert done.rows <= named, f"entry not named (seed {SEED}): {done}\n{report}"


def test_every_tampering_is_found_and_located(trail: tuple[Server, str, Path, list[str]]) -> None:
    server, name, anchors, copies = trail
    chance, tried = random.Random(SEED), Counter[str]()
    ways = [*WAYS] * (TIMES // len(WAYS) + 1)
    with open_as_superuser(server, name) as superuser:
        assert Verification(superuser, [anchors]).run().ok
        for way in ways[: TIMES - RESTORED]:
            done = WAYS[way](Forger(superuser, chance))
            assert_found(Verification(superuser, [anchors]).run(), done)
            superuser.rollback()
            tried[way] += 1
        assert Verification(superuser, [anchors]).run().ok
    for turn in range(RESTORED):
        tried["restore an old copy"] += restored(server, anchors, copies[turn % len(copies)], chance)
    assert sum(tried.values()) == TIMES
    print(f"\n{TIMES} tamperings, {TIMES} found and located (TAMPER_SEED={SEED}):")
    print("\n".join(f"  {count:4} {way}" for way, count in tried.items()))


def restored(server: Server, anchors: Path, copy: str, chance: random.Random) -> int:
    """An old copy put back, and perhaps changed as well: the missing seals are named, and what was changed."""
    kept = int(copy.rpartition("_")[2])
    with open_as_superuser(server, copy) as superuser:
        done = Done(f"restore the copy of seal {kept}", {kept + 1})
        if chance.random() < 0.7:
            also = WAYS[chance.choice(["edit", "delete", "insert", "backdate"])](Forger(superuser, chance))
            done = Done(f"{done.said}, {also.said}", done.seals | also.seals, also.rows)
        assert_found(Verification(superuser, [anchors]).run(), done)
        superuser.rollback()
    return 1
