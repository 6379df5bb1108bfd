"""Write back some columns of a row, by a statement built once for them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.transaction import get_connection

from ..together import write


def update_row(row: Model, names: tuple[str, ...]) -> None:
    """Write back the named columns of one row: one statement, or a part of it inside `together`; no signals."""
    fields: list[Any] = [row._meta.get_field(name) for name in names]
    here = get_connection()
    values = [field.get_db_prep_save(getattr(row, field.attname), here) for field in fields]
    write(_change(type(row), names), [*values, row.pk])


@lru_cache(64)
def _change(model: type[Model], names: tuple[str, ...]) -> str:
    meta: Any = model._meta
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(meta.get_field(name).column)} = %s" for name in names)
    return f"UPDATE {quote(meta.db_table)} SET {columns} WHERE {quote(meta.pk.column)} = %s"
