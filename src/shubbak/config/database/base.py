"""The engine of `DATABASES`."""

from __future__ import annotations

import select
from typing import Any

from django.db.backends.postgresql import base, operations


class Operations(operations.DatabaseOperations):
    """What the engine says of itself."""

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """The statement as it went to the server; of one that the server keeps ready, its words without values."""
        return super().last_executed_query(cursor, sql, params) or str(sql)


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
            cursor = base.ServerBindingCursor(self.connection)  # type: ignore[call-arg]
            return self._prepare_cursor(cursor)  # type: ignore[attr-defined]
