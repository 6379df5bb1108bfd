"""Drawing by lot that anybody can repeat."""

from __future__ import annotations

import hashlib
from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.draw import draw

STAFF = [UUID(int=n) for n in range(1, 5)]


@given(st.binary(min_size=32, max_size=32), st.uuids(), st.permutations([(s, n) for n, s in enumerate(STAFF)]))
def test_anybody_finds_the_same(root: bytes, task: UUID, pool: list[tuple[UUID, int]]) -> None:
    drawn = draw(seed_root=root, task_id=task, pool=pool)
    assert drawn == draw(seed_root=root, task_id=task, pool=sorted(pool))
    assert drawn.seed == hashlib.sha256(root + task.bytes).hexdigest()
    assert drawn.chosen in STAFF
    assert drawn.weights == ("1", "1/2", "1/3", "1/4")


def test_the_loaded_are_drawn_less() -> None:
    pool = [(STAFF[0], 0), (STAFF[1], 9)]
    drawn = Counter(draw(seed_root=bytes(32), task_id=UUID(int=n), pool=pool).chosen for n in range(2000))
    assert 0.87 < drawn[STAFF[0]] / 2000 < 0.95


def test_nobody_cannot_be_drawn() -> None:
    with pytest.raises(ValueError):
        draw(seed_root=bytes(32), task_id=UUID(int=1), pool=[])
