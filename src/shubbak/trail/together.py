"""Rows of one act, gathered so that they are written in one statement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from .gathering import savepoints
from .statements import kept_cursor

Part = tuple[str, list[Any]]
_open: ContextVar[tuple[int, list[Part]] | None] = ContextVar("shubbak_rows_together", default=None)


@contextmanager
def together() -> Iterator[None]:
    """What `insert_rows` and `update_row` are given in this block is written at its end, in one statement.

    Nothing of it can be read before, and no row may be both inserted and changed in one block. References between the
    rows hold, since the database asks for them at the end. A block inside a block joins it; a block that raises writes
    nothing.
    """
    if _open.get() is not None:
        yield
        return
    parts: list[Part] = []
    token = _open.set((savepoints(), parts))
    try:
        yield
    finally:
        _open.reset(token)
    if parts:
        _send(parts)


def settle() -> None:
    """Send what was gathered so far: before something is read that it changes."""
    gathered = _open.get()
    if gathered is not None and gathered[1]:
        parts = [*gathered[1]]
        gathered[1].clear()
        _send(parts)


def write(sql: str, values: list[Any]) -> None:
    """Send a statement that gives nothing back, or gather it for the end of the block. Not below a savepoint: what that
    takes back must go with it."""
    gathered = _open.get()
    if gathered is None or gathered[0] != savepoints():
        _send([(sql, values)])
    else:
        gathered[1].append((sql, values))


def _send(parts: list[Part]) -> None:
    *before, (last, _) = parts
    told = ", ".join(f"part{at} AS ({sql})" for at, (sql, _) in enumerate(before))
    with kept_cursor() as cursor:
        cursor.execute(f"WITH {told} {last}" if told else last, [value for _, values in parts for value in values])
