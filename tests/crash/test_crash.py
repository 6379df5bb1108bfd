"""`make crash N=50`: web, worker, database and the supervisor itself, killed at random moments while people work."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from .clients import Crowd, Notes
from .town import PARTS, Town

SEED = 20261122


@pytest.fixture
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = Town(tmp_path_factory.mktemp("town") / "home")
    town.start()
    yield town
    town.stop()


def test_nothing_acknowledged_is_lost(town: Town, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    kills = request.config.getoption("--kills")
    chance = random.Random(SEED)
    notes = Notes(tmp_path / "notes.jsonl")
    crowd = Crowd(town.address, town.ask("tests.crash.settle"), notes, SEED)
    threads = crowd.start()
    killed: Counter[str] = Counter()
    started = time.monotonic()
    for _ in range(kills):
        time.sleep(chance.uniform(0.3, 2.0))
        killed[town.kill(chance)] += 1
        town.wait()
    time.sleep(2.0)
    print(f"\n{dict(killed)} in {time.monotonic() - started:.0f} s; {notes.count} acknowledged")
    crowd.over.set()
    for thread in threads:
        thread.join(130)
    took = time.monotonic() - started
    found = town.ask("tests.crash.judge", str(tmp_path / "notes.jsonl"))
    print(f"\n{dict(killed)} in {took:.0f} s; {found}")
    assert kills < 50 or set(killed) == set(PARTS)
    assert crowd.faults == []
    assert found["problems"] == []
    assert found["acknowledged"] >= kills


def test_a_clean_stop_leaves_no_process(tmp_path: Path) -> None:
    town = Town(tmp_path / "home")
    town.start()
    assert town.stop() == []
    assert not (town.home / "postgres" / "postmaster.pid").exists()
