"""Record several acts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor

from .record import as_json

_ROW = "(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_INSERT = (
    "INSERT INTO trail_entry (happened_at, actor_kind, actor_id, role, act, subject, subject_id, unit, facts) VALUES "
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One act to record; the fields are those of `record`."""

    act: str
    subject: str
    subject_id: UUID | None
    unit: str = ""
    facts: dict[str, Any] | None = None
    role: str = ""


def record_many(*, by: Actor, rows: Sequence[Happening]) -> None:
    """Append `rows` in their order, in the caller's transaction, as one INSERT."""
    if not rows:
        return
    values: list[Any] = []
    for row in rows:
        values += [clock.now(), by.kind.value, by.id, str(row.role), row.act]
        values += [row.subject, row.subject_id, row.unit, as_json(row.facts)]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT + ", ".join([_ROW] * len(rows)), values)
