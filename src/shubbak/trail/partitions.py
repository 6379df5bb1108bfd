"""What the owner does at each migration: the coming months' partitions, and the epoch this database writes in."""

from __future__ import annotations

from typing import Any

from django.conf import settings

MONTHS_AHEAD = 18

_CLUSTER = """
SELECT (pg_control_system()).system_identifier || '/' || oid || '/' || (pg_control_checkpoint()).timeline_id
FROM pg_database WHERE datname = current_database()
"""
_EPOCH = """
INSERT INTO trail_node AS held (node, epoch, cluster, since) VALUES (%s, 1, %s, now())
ON CONFLICT (single) DO UPDATE
SET node = EXCLUDED.node, epoch = held.epoch + 1, cluster = EXCLUDED.cluster, since = now()
WHERE held.node <> EXCLUDED.node OR held.cluster <> EXCLUDED.cluster
"""


def ensure(connection: Any, *, months: int = MONTHS_AHEAD) -> int:
    """Make the missing partitions from last month to `months` ahead, and begin a new epoch if the database was copied.

    Called as the owner, after every migrate and before the application's first act. Returns how many months were made.
    A restored dump, a cloned database or a promoted replica has another identity or timeline: its transaction numbers
    may repeat, so what it writes carries the next epoch.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT trail_make_months(%s)", [months])
        made = cursor.fetchone()[0]
        cursor.execute(_CLUSTER)
        cursor.execute(_EPOCH, [settings.NODE, cursor.fetchone()[0]])
    return int(made)
