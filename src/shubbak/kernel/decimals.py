"""Numbers as texts write them: exact, and never so large or so small that arithmetic breaks on them."""

from __future__ import annotations

import re
from decimal import Decimal

BOUND = Decimal(10) ** 15
FURTHEST = 300
_WRITTEN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e([+-]?0*[0-9]{1,3}))?", re.IGNORECASE)


def decimal_in(text: str) -> Decimal | None:
    """The number that `text` writes in Latin digits; None for anything else, and where its exponent passes FURTHEST."""
    clean = text.strip().replace("_", "")
    match = _WRITTEN.fullmatch(clean)
    return Decimal(clean) if match and abs(int(match[1] or 0)) <= FURTHEST else None


def is_within(number: Decimal, bound: Decimal = BOUND) -> bool:
    """Whether a number is finite and at most `bound` away from nought. `abs` would round it first, and break."""
    return number.is_finite() and number.copy_abs() <= bound
