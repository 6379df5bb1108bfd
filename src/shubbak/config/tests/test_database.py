"""A connection that died between two requests is replaced before anything is asked of it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.config.database.base import numbered


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


def test_places_are_numbered_as_the_server_counts_them() -> None:
    assert numbered("SELECT %s, '100%%', %s") == (b"SELECT $1, '100%', $2", ())
    assert numbered("SELECT %(a)s, %(b)s, %(a)s") == (b"SELECT $1, $2, $1", ("a", "b"))


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["in order", "by name"])
def test_a_kept_statement_takes_its_values_apart_from_its_words(how: str) -> None:
    names = [f"v{n}" for n in range(60)]
    values = [f"%s $1 {n}" for n in range(60)]
    places = [f"%({name})s::text" if how == "by name" else "%s::text" for name in names]
    with connection.kept_cursor() as cursor:  # type: ignore[attr-defined]
        for _ in range(4):
            given = dict(zip(names, values, strict=True)) if how == "by name" else values
            cursor.execute(f"SELECT {', '.join(places)}, 5 %% 3", given)
            assert cursor.fetchone() == (*values, 2)
        cursor.execute("SELECT 5 % 3")
        assert cursor.fetchone() == (2,)
