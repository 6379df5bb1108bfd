"""Expressions over the answers: parsed once from text to a closed JSON tree, evaluated with Decimal, never with eval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Tree = list[Any]


@dataclass(frozen=True, slots=True)
class Expr:
    """An expression: what its author wrote, and the closed tree that is evaluated."""

    text: str
    tree: Tree
