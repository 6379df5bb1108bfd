"""Statements built once and sent often: an act sends the same few, and building them anew costs more than running
them. What they say is still the models' and the rules' own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
ONE = UUID("00000000-0000-7000-8000-00000000c0de")
"""Stands in a queryset where a key comes."""
WORD = "\ue000"
"""Stands in a queryset where a word comes."""


def kept_cursor() -> Any:
    """A cursor for the statements that acts send again and again: the server keeps them ready on each connection, so
    that only their values travel. Give each value the type its place has; the words must not change with the values."""
    return connection.kept_cursor()  # type: ignore[attr-defined]


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
        with kept_cursor() as cursor:
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


def compiled(rows: QuerySet[M], *more: str) -> Compiled[M]:
    """A queryset made ready, `ONE` or `WORD` standing for what it will be asked; keep what comes back."""
    sql, values = rows.query.get_compiler(connection=connection).as_sql()
    return Compiled(rows.model, sql, tuple(values), more)
