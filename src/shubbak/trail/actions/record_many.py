"""Record several acts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor

from ..gathering import keep
from .record import INSERT, ROW, as_json


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
    values = [
        [clock.now(), by.kind.value, by.id, str(r.role), r.act, r.subject, r.subject_id, r.unit, as_json(r.facts)]
        for r in rows
    ]
    late = [row for row in values if not keep(row)]
    if late:
        with connection.cursor() as cursor:
            cursor.execute(f"{INSERT} {', '.join([ROW] * len(late))}", [value for row in late for value in row])
