"""Arithmetic at the edges of what numbers can be."""

from __future__ import annotations

from random import Random
from typing import Any

EDGES = (
    "1e15", "999999999999999.5", "123456789012345.67890123456785", "123456789012345.67890123456775", "5e-28",
    "1e-40", "3e-41", "1e-67", "0.5", "2.5", "-0.4", "3", "7", "1e-15", "0.00000000000000000000000000015", "0",
    "9999999999999999999999999999e-14", "0.12345678901234567890123456785",
)  # fmt: skip


def sum_at_the_edge(chance: Random, depth: int = 3) -> list[Any]:
    """Arithmetic where rounding, overflow and the loss of small ends happen."""
    if depth == 0 or chance.random() < 0.2:
        return ["number", chance.choice(EDGES)]
    below = lambda: sum_at_the_edge(chance, depth - 1)  # noqa: E731
    shapes = (
        lambda: [chance.choice("+-*/%"), below(), below()],
        lambda: ["negative", below()],
        lambda: ["call", "round", below(), ["number", chance.choice(("0", "2", "12"))]],
        lambda: ["call", "ceil", below()],
        lambda: ["call", "sum", below(), below(), below()],
    )
    return chance.choice((shapes[0], shapes[0], shapes[0], *shapes[1:]))()
