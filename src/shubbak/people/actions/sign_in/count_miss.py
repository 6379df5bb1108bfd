"""Count a miss at a door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection

from shubbak.kernel import clock
from shubbak.kernel.actor import STRANGER, Actor
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ...queries.misses import miss_key

_COUNT = """
INSERT INTO people_miss AS m (key, count, since, held_until) VALUES (%(key)s, 1, %(now)s, NULL)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN m.since <= %(window)s THEN 1 ELSE m.count + 1 END,
    since = CASE WHEN m.since <= %(window)s THEN %(now)s ELSE m.since END,
    held_until = CASE WHEN m.since > %(window)s AND m.count + 1 >= %(allowed)s THEN %(hold)s::timestamptz END
WHERE m.held_until IS NULL OR m.held_until <= %(now)s
RETURNING count
"""


@whole
def count_miss(*, by: Actor = STRANGER, door: str, subject: str, allowed: int, seconds: int) -> bool:
    """One more miss of `subject` at `door`; False when it is held off already, and then nothing is counted.

    The `allowed`-th miss within `seconds` holds the subject off for as long again. Whether the subject exists makes no
    difference. Call it before checking a secret, and `forgive_misses` when it was right: then no race helps a guesser.
    """
    now, span = clock.now(), timedelta(seconds=seconds)
    key = miss_key(door, subject)
    values: dict[str, Any] = {"key": key, "now": now, "window": now - span, "hold": now + span, "allowed": allowed}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)
        row = cursor.fetchone()
    if row is not None and row[0] == allowed:
        facts = {"door": door, "subject": key}
        record(by=by, act="people.held_off", subject="door", subject_id=None, facts=facts)
    return row is not None
