"""What somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 200


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean “area”?`, or nothing when no known word is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6) if len(word) <= _LONGEST else []
    return f"Did you mean “{near[0]}”?" if near else ""


def among(known: Iterable[str]) -> str:
    """`Write one of a, b, c.`"""
    return f"Write one of {', '.join(known)}."
