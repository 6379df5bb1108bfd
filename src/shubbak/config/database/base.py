"""The engine of `DATABASES`."""

from __future__ import annotations

import re
import select
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import psycopg
from django.db.backends.postgresql import base, operations

_PLACE = re.compile(r"%(?:%|s|\((\w+)\)s)")


class Operations(operations.DatabaseOperations):
    """What the engine says of itself."""

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """The statement as it went to the server; of one that the server keeps ready, its words without values."""
        return super().last_executed_query(cursor, sql, params) or str(sql)


@lru_cache(1024)
def numbered(sql: str) -> tuple[bytes, tuple[str, ...]]:
    """A statement with its places as the server counts them (`$1`), and their names where it names them.

    Read once: psycopg keeps no statement of more than fifty values in mind and would read it anew each time.
    """
    names: list[str] = []
    count = 0

    def place(found: re.Match[str]) -> str:
        nonlocal count
        if found[0] == "%%":
            return "%"
        if found[1] is None:
            count += 1
            return f"${count}"
        if found[1] not in names:
            names.append(found[1])
        return f"${names.index(found[1]) + 1}"

    return _PLACE.sub(place, sql).encode(), tuple(names)


class KeptCursor(base.CursorMixin, psycopg.RawCursor[Any]):  # type: ignore[name-defined,misc]
    """A cursor for statements that are sent again and again."""

    def execute(self, query: Any, params: Sequence[Any] | Mapping[str, Any] | None = None, **how: Any) -> Any:
        """Run a statement with its values apart from it, in order or by name."""
        if params is not None:
            query, names = numbered(query)
            params = [params[name] for name in names] if isinstance(params, Mapping) else params
        return super().execute(query, params, **how)


class DatabaseWrapper(base.DatabaseWrapper):
    """A kept connection is asked whether it lives only when there is something to hear on it.

    A server that stopped or was killed closes its end, which a look at the socket shows without a round trip; Django
    asks with a statement at every request.
    """

    ops_class = Operations

    def is_usable(self) -> bool:
        """False once the server hung up."""
        line = self.connection
        if line is not None and not line.closed and not select.select([line.fileno()], [], [], 0)[0]:
            return True
        return bool(super().is_usable())

    def kept_cursor(self) -> Any:
        """A cursor whose statements the server is given once a connection and then only runs: it neither reads nor
        plans them anew. Values travel apart from the words, so that each must have the type its place has."""
        self.close_if_health_check_failed()
        self.ensure_connection()
        with self.wrap_database_errors:
            cursor = KeptCursor(self.connection)
            return self._prepare_cursor(cursor)  # type: ignore[attr-defined]
