"""Take the next number of a series."""

from __future__ import annotations

from shubbak.trail.statements import kept_cursor

_TAKE = """
INSERT INTO places_counter (unit_id, series, year, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (unit_id, series, year) DO UPDATE SET last = places_counter.last + 1
RETURNING last
"""


def take_number(*, unit: str, series: str, year: int) -> int:
    """The next number, from 1, without a gap: one statement, whose row stays locked until the transaction ends.

    Take it last. A rollback gives the number back to whoever comes next.
    """
    with kept_cursor() as cursor:
        cursor.execute(_TAKE, [unit, series, year])
        (number,) = cursor.fetchone()
    return int(number)
