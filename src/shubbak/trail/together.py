"""Rows of one act, gathered so that they are written in one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from .gathering import savepoints
from .statements import kept_cursor

Part = tuple[str, list[Any]]
Explained = Callable[[], AbstractContextManager[Any]]


@dataclass
class _Block:
    """What will be one statement, at which depth of savepoints, and who puts the database's refusals into words."""

    depth: int
    explained: list[Explained]
    parts: list[Part] = field(default_factory=list)


@dataclass
class Last:
    """The last block of an answered request, that waits for what goes with it."""

    depth: int
    block: _Block | None = None

    def send(self, parts: list[Part]) -> int:
        """Send these, in one statement with the block that waits; gives back how many rows the last of them wrote."""
        block, self.block = self.block or _Block(self.depth, []), None
        block.parts += parts
        return _send(block)

    def settle(self) -> None:
        """Send the block that waits, before anything else is said to the database."""
        if self.block is not None:
            block, self.block = self.block, None
            _send(block)


_open: ContextVar[_Block | None] = ContextVar("shubbak_rows_together", default=None)
_last: ContextVar[Last | None] = ContextVar("shubbak_rows_last", default=None)


@contextmanager
def together(explained: Explained = nullcontext) -> Iterator[None]:
    """What `insert_rows` and `update_row` are given in this block is written at its end, in one statement.

    Nothing of it can be read before, and no row may be both inserted and changed in one block. References between the
    rows hold, since the database asks for them at the end. A block inside a block joins it; a block that raises writes
    nothing. `explained` is entered where the statement is sent, which inside `lingering` may be after the block.
    """
    outer = _open.get()
    if outer is not None:
        outer.explained.append(explained)
        yield
        return
    block = _Block(savepoints(), [explained])
    token = _open.set(block)
    try:
        yield
    finally:
        _open.reset(token)
    if block.parts:
        _leave(block)


@contextmanager
def lingering() -> Iterator[Last]:
    """Let the last block of an act wait for what its caller sends with it.

    A block is sent as soon as anything else is said to the database, so that nothing ever reads past it; not below a
    savepoint, which must be able to take it back. A block in here that raises leaves what waited unsent.
    """
    last = Last(savepoints())
    token = _last.set(last)
    try:
        with connection.execute_wrapper(_in_order):
            yield last
            last.settle()
    finally:
        _last.reset(token)


def settle() -> None:
    """Send what was gathered so far: before something is read that it changes."""
    block = _open.get()
    if block is not None and block.parts:
        parts, block.parts = block.parts, []
        _send(_Block(block.depth, block.explained, parts))


def write(sql: str, values: list[Any]) -> None:
    """Send a statement that gives nothing back, or gather it for the end of the block. Not below a savepoint: what that
    takes back must go with it."""
    block = _open.get()
    if block is None or block.depth != savepoints():
        _send(_Block(savepoints(), [], [(sql, values)]))
    else:
        block.parts.append((sql, values))


def _leave(block: _Block) -> None:
    last = _last.get()
    if last is None or last.depth != block.depth:
        _send(block)
    else:
        last.settle()
        last.block = block


def _in_order(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    last = _last.get()
    if last is not None:
        last.settle()
    return execute(sql, params, many, context)


def _send(block: _Block) -> int:
    *before, (final, _) = block.parts
    told = ", ".join(f"part{at} AS ({sql})" for at, (sql, _) in enumerate(before))
    with ExitStack() as words, kept_cursor() as cursor:
        for explained in block.explained:
            words.enter_context(explained())
        values = [value for _, values in block.parts for value in values]
        cursor.execute(f"WITH {told} {final}" if told else final, values)
        return int(cursor.rowcount)
