"""Record one act."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.money import Money

from ..gathering import keep
from ..statements import kept_cursor

INSERT = (
    "INSERT INTO trail_entry (happened_at, actor_kind, actor_id, role, act, subject, subject_id, unit, facts) VALUES"
)
ROW = "(%s, %s, %s, %s, %s, %s, %s, %s, %s)"


def record(
    *,
    by: Actor,
    act: str,
    subject: str,
    subject_id: UUID | None,
    unit: str = "",
    facts: dict[str, Any] | None = None,
    role: str = "",
) -> None:
    """Append one entry in the caller's transaction: one INSERT, so that the act and its record stand or fall together.

    Inside `once` the entry is written with the answer, in the same transaction and in the order of recording. `act` is
    "<slice>.<verb in the past>"; `facts` hold references and commitments, never personal data.
    """
    values = [clock.now(), by.kind.value, by.id, str(role), act, subject, subject_id, unit, as_json(facts)]
    if not keep(values):
        with kept_cursor() as cursor:
            cursor.execute(f"{INSERT} {ROW}", values)


def as_json(facts: dict[str, Any] | None) -> str:
    """Facts as JSON; keys, days, moments and money as text. TypeError for anything that has no one true form."""
    return json.dumps(facts or {}, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, (UUID, Money, Decimal)):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"a fact is text, a whole number, a reference or a digest, not {type(value).__name__}")
