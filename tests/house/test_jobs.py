"""A job lives and dies with the transaction of its cause."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app


def deferred() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'config.recover'")
        return int(cursor.fetchone()[0])


def defer() -> None:
    app.configure_task("config.recover", allow_unknown=True).defer(timestamp=0)


def test_a_commit_keeps_the_job(live: None) -> None:
    with transaction.atomic():
        defer()
    assert deferred() == 1


def test_a_rollback_takes_the_job_with_it(live: None) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        defer()
        assert deferred() == 1
        raise ZeroDivisionError
    assert deferred() == 0
