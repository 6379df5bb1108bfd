"""The engine of `DATABASES`."""

from __future__ import annotations

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A kept connection is asked whether it lives only when there is something to hear on it.

    A server that stopped or was killed closes its end, which a look at the socket shows without a round trip; Django
    asks with a statement at every request.
    """

    def is_usable(self) -> bool:
        """False once the server hung up."""
        line = self.connection
        if line is not None and not line.closed and not select.select([line.fileno()], [], [], 0)[0]:
            return True
        return bool(super().is_usable())
