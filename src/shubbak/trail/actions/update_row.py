"""Write back some columns of a row, by a statement built once for them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

from ..statements import kept_cursor


def update_row(row: Model, names: tuple[str, ...]) -> None:
    """Write back the named columns of one row: one statement, no signals."""
    fields: list[Any] = [row._meta.get_field(name) for name in names]
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with kept_cursor() as cursor:
        cursor.execute(_change(type(row), names), [*values, row.pk])


@lru_cache(64)
def _change(model: type[Model], names: tuple[str, ...]) -> str:
    meta: Any = model._meta
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(meta.get_field(name).column)} = %s" for name in names)
    return f"UPDATE {quote(meta.db_table)} SET {columns} WHERE {quote(meta.pk.column)} = %s"
