"""Expressions over the answers: parsed once from text to a closed JSON tree, evaluated with Decimal, never with eval.

The language: numbers, "texts", True, False, None, names of answers and facts, `and or not`, comparisons (`0 < x <= 9`
too), `in` and `not in` over `[lists]`, `+ - * / %`, `a if condition else b`, and the functions in `FUNCTIONS`.

Nothing an expression meets makes it crash. An answer that is hidden, empty or unknown is None, and then:
`==` and `!=` compare it like any value; an order (`<`) or membership with it does not hold; `and`, `or`, `not` and `if`
take it as no; arithmetic, min, max, round, ceil, days and year give None; `sum` leaves it out; `len` of it is 0.
A value of the wrong kind, a division by zero and a number out of range count as None too. `len` counts characters of a
text and members of a list or group. `each(floors, 'area')` is the list of what every row of a group answers.
"""

from __future__ import annotations

from dataclasses import dataclass

from .closed import FUNCTIONS, NotClosed, Tree, ensure_closed, names_in
from .evaluating import Value, evaluate, holds
from .parsing import ExpressionError, parse


@dataclass(frozen=True, slots=True)
class Expr:
    """An expression: what its author wrote, and the closed tree that is evaluated."""

    text: str
    tree: Tree

    @classmethod
    def of(cls, text: str) -> Expr:
        """Parse `text`; ExpressionError says where it is wrong and how to mend it."""
        return cls(text, parse(text))

    @property
    def names(self) -> frozenset[str]:
        """The answers and facts it asks for."""
        return names_in(self.tree)


__all__ = [
    "FUNCTIONS",
    "Expr",
    "ExpressionError",
    "NotClosed",
    "Tree",
    "Value",
    "ensure_closed",
    "evaluate",
    "holds",
    "names_in",
    "parse",
]
