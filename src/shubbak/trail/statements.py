"""Statements built once and sent often: an act sends the same few, and building them anew costs more than running
them. What they say is still the models' and the rules' own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
ONE = UUID("00000000-0000-7000-8000-00000000c0de")
"""Stands in a queryset where a key comes."""
WORD = "\ue000"
"""Stands in a queryset where a word comes."""


@dataclass(frozen=True, slots=True)
class Compiled(Generic[M]):
    """The SQL of a queryset over whole rows, with the places of the one key in its parameters; `more` are
    annotated arrays of JSON."""

    model: type[M]
    sql: str
    values: tuple[Any, ...]
    more: tuple[str, ...]

    def rows(self, key: UUID | str) -> list[M]:
        """Its rows for a key or a word; what is annotated hangs on each as it does on a queryset's."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [key if value in (ONE, WORD) else value for value in self.values])
            found = cursor.fetchall()
        return [self._row(row) for row in found]

    def _row(self, row: tuple[Any, ...]) -> M:
        fields = self.model._meta.concrete_fields
        read = [_read(field, value) for field, value in zip(fields, row, strict=False)]
        made = self.model.from_db(connection.alias, [field.attname for field in fields], read)
        for name, value in zip(self.more, row[len(fields) :], strict=True):
            setattr(made, name, [json.loads(each) for each in value])
        return made


def _read(field: Any, value: Any) -> Any:
    """A value as the field's own converters give it (JSON, mostly)."""
    convert = getattr(field, "from_db_value", None)
    return value if convert is None else convert(value, None, connection)


def insert(rows: Sequence[Model]) -> None:
    """Insert new rows of one model, in one statement."""
    if not rows:
        return
    fields = rows[0]._meta.concrete_fields
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(_insertion(type(rows[0]), len(rows)), values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def update(row: Model, names: tuple[str, ...]) -> None:
    """Write back the named columns of one row, in one statement."""
    fields = [row._meta.get_field(name) for name in names]
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(_change(type(row), names), [*values, row.pk])


@lru_cache(64)
def _insertion(model: type[Model], count: int) -> str:
    columns = [connection.ops.quote_name(field.column) for field in model._meta.concrete_fields]
    row = f"({', '.join(['%s'] * len(columns))})"
    into = connection.ops.quote_name(model._meta.db_table)
    return f"INSERT INTO {into} ({', '.join(columns)}) VALUES {', '.join([row] * count)}"


@lru_cache(64)
def _change(model: type[Model], names: tuple[str, ...]) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(model._meta.get_field(name).column)} = %s" for name in names)
    return f"UPDATE {quote(model._meta.db_table)} SET {columns} WHERE {quote(model._meta.pk.column)} = %s"


def compiled(rows: QuerySet[M], *more: str) -> Compiled[M]:
    """A queryset made ready, `ONE` or `WORD` standing for what it will be asked; keep what comes back."""
    sql, values = rows.query.get_compiler(connection=connection).as_sql()
    return Compiled(rows.model, sql, tuple(values), more)
