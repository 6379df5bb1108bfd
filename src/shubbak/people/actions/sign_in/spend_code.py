"""Spend a one-time code."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection

from shubbak.kernel import clock
from shubbak.kernel.actor import STRANGER, Actor
from shubbak.trail.whole import whole

from ...models import Account
from ...queries.misses import miss_key

_LIFE = timedelta(seconds=120)
_SPEND = """
INSERT INTO people_miss AS m (key, count, since, held_until) VALUES (%(key)s, 1, %(now)s, NULL)
ON CONFLICT (key) DO UPDATE SET since = %(now)s WHERE m.since <= %(dead)s
RETURNING 1
"""


@whole
def spend_code(*, by: Actor = STRANGER, account: Account, code: str) -> bool:
    """Whether this code was not used yet; from now on it was. One statement, the same answer in every process."""
    now = clock.now()
    values: dict[str, Any] = {"key": miss_key("code", f"{account.pk}:{code}"), "now": now, "dead": now - _LIFE}
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, values)
        return cursor.fetchone() is not None
