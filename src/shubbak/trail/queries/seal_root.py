"""The newest root: randomness that nobody could choose, for drawing who gets a task."""

from __future__ import annotations

import time

from django.db import connection

_QUERY = "SELECT s.root FROM trail_seal s JOIN trail_node n USING (node) ORDER BY s.number DESC LIMIT 1"
_FRESH = 5.0
_kept: tuple[float, bytes] | None = None


def last_seal_root() -> bytes:
    """The root of this node's last seal (32 bytes; zeros before the first), at most five seconds old."""
    global _kept
    now = time.monotonic()
    if _kept is None or now - _kept[0] > _FRESH:
        with connection.cursor() as cursor:
            cursor.execute(_QUERY)
            found = cursor.fetchone()
        _kept = now, bytes(found[0]) if found else bytes(32)
    return _kept[1]


def forget_seal_root() -> None:
    """Read anew at the next question: for tests, and for a process that has just sealed."""
    global _kept
    _kept = None
