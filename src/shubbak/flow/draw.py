"""Drawing who takes a task: whoever knows the seed, the pool and the loads can draw again and find the same person."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

_SPACE = 1 << 256


@dataclass(frozen=True, slots=True)
class Draw:
    """A drawing, with all that is needed to repeat it: the pool in order of id, each one's load and weight."""

    chosen: UUID
    seed: str
    pool: tuple[tuple[UUID, int], ...]
    weights: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The record to keep beside the task."""
        pool = [{"staff": str(s), "load": n, "weight": w} for (s, n), w in zip(self.pool, self.weights, strict=True)]
        return {"chosen": str(self.chosen), "seed": self.seed, "pool": pool}


def draw(*, seed_root: bytes, task_id: UUID, pool: Sequence[tuple[UUID, int]]) -> Draw:
    """Draw one of `pool` (staff id, open tasks), each with weight 1 / (1 + load).

    The seed is SHA-256 of the last seal's root followed by the task's 16 bytes, read as a point between 0 and the sum
    of weights; exact fractions, no floats, so every machine finds the same. ValueError when the pool is empty.
    """
    if not pool:
        raise ValueError("nobody to draw from")
    ordered = tuple(sorted(pool))
    digest = hashlib.sha256(seed_root + task_id.bytes).digest()
    weights = [Fraction(1, 1 + max(load, 0)) for _, load in ordered]
    point = Fraction(int.from_bytes(digest, "big"), _SPACE) * sum(weights)
    chosen = ordered[-1][0]
    for (staff, _), weight in zip(ordered, weights, strict=True):
        if point < weight:
            chosen = staff
            break
        point -= weight
    return Draw(chosen, digest.hex(), ordered, tuple(str(weight) for weight in weights))
