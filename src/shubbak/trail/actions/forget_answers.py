"""Forget answers that are too old to be asked for again."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection, transaction

from shubbak.kernel.actor import Actor

_DELETE = "DELETE FROM trail_answer WHERE stored_at < now() - make_interval(secs => %s)"


@transaction.atomic
def forget_answers(*, by: Actor, older_than: timedelta) -> int:
    """Delete stored answers given more than `older_than` ago, by PostgreSQL's clock; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(_DELETE, [older_than.total_seconds()])
        return int(cursor.rowcount)
