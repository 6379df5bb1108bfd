"""Insert rows, by a statement built once for their model and number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.db import connection
from django.db.models import Field, Model
from django.db.transaction import get_connection

from ..together import write


def insert_rows(rows: Sequence[Model]) -> None:
    """Insert new rows of one model, as they are: one statement, or a part of it inside `together`; no signals, no
    defaults of the database."""
    if not rows:
        return
    fields = _fields(type(rows[0]))
    here = get_connection()  # itself, not the proxy: a row asks it at every field
    values = [field.get_db_prep_save(getattr(row, field.attname), here) for row in rows for field in fields]
    write(_insertion(type(rows[0]), len(rows)), values)
    for row in rows:
        row._state.adding, row._state.db = False, here.alias


@lru_cache(64)
def _fields(model: type[Model]) -> tuple[Field, ...]:  # type: ignore[type-arg]
    return tuple(model._meta.concrete_fields)


@lru_cache(64)
def _insertion(model: type[Model], count: int) -> str:
    columns = [connection.ops.quote_name(str(field.column)) for field in _fields(model)]
    row = f"({', '.join(['%s'] * len(columns))})"
    into = connection.ops.quote_name(model._meta.db_table)
    return f"INSERT INTO {into} ({', '.join(columns)}) VALUES {', '.join([row] * count)}"
