"""Entries of one answered request, gathered so that they are written in one statement with its answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

Row = list[Any]
_gathered: ContextVar[tuple[int, list[Row]] | None] = ContextVar("shubbak_trail_gathered", default=None)


@contextmanager
def gathering() -> Iterator[list[Row]]:
    """From here on `keep` gathers; whoever opened this writes the rows, in the same transaction."""
    rows: list[Row] = []
    token = _gathered.set((savepoints(), rows))
    try:
        yield rows
    finally:
        _gathered.reset(token)


def keep(row: Row) -> bool:
    """Gather a row if somebody will write it. Not below a savepoint: what that takes back, its entry must go with."""
    open_now = _gathered.get()
    if open_now is None or open_now[0] != savepoints():
        return False
    open_now[1].append(row)
    return True


def savepoints() -> int:
    """How many savepoints are open."""
    return sum(name is not None for name in connection.savepoint_ids)
