"""The rows of a repeating group, as they came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shubbak.kernel.refusal import Fault

from ..asked import Field
from . import sayings
from .unfit import is_empty

MOST = 50


def given_rows(value: Any) -> list[Mapping[str, Any]] | None:
    """The rows, without the blank ones at the end; None when this is not a list of rows."""
    if is_empty(value):
        return []
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        return None
    rows = list(value)
    while rows and is_empty(dict(rows[-1])):
        rows.pop()
    return rows


def wrong_number(field: Field, count: int, at: str) -> list[Fault]:
    """The fault of too few rows or too many. A group that may be left out may have none."""
    least, most = int(field.minimum or 1), int(field.maximum or MOST)
    if count and count < least:
        return [Fault(at, "too_few", sayings.filled(sayings.TOO_FEW, n=least))]
    if count > most:
        return [Fault(at, "too_many", sayings.filled(sayings.TOO_MANY, n=most))]
    return []
