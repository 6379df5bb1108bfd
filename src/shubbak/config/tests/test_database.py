"""A connection that died between two requests is replaced before anything is asked of it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.mark.django_db(transaction=True)
def test_a_connection_killed_between_requests_is_replaced_without_a_fault() -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (first,) = cursor.fetchone()
    with connection.copy().temporary_connection() as another:
        another.execute("SELECT pg_terminate_backend(%s, 5000)", [first])
    connection.health_check_done = False
    connection.close_if_health_check_failed()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() != (first,)


@pytest.mark.django_db(transaction=True)
def test_a_living_connection_is_asked_nothing() -> None:
    connection.ensure_connection()
    with CaptureQueriesContext(connection) as sent:
        assert connection.is_usable()
    assert sent.captured_queries == []
