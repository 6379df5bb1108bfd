"""Write one entry of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from shubbak.kernel.actor import Actor
from shubbak.kernel.ids import uuid7
from shubbak.places import queries as places
from shubbak.trail.statements import kept_cursor

from ..states import AccountKind, EntryKind

Sides = Mapping[tuple[AccountKind, str], int]
"""`{(kind of account, settlement code): piastres}`, debit positive; the values add up to zero."""

_POST = """
WITH side AS (
    SELECT * FROM unnest(%(codes)s::text[], %(kinds)s::text[], %(settlement)s::text[], %(amounts)s::bigint[])
        WITH ORDINALITY AS side (code, kind, settlement_code, amount, place)
), opened AS (
    INSERT INTO payments_account (code, unit, kind, settlement_code)
    SELECT code, %(unit)s, kind, settlement_code FROM side ORDER BY code
    ON CONFLICT DO NOTHING
), entry AS (
    INSERT INTO payments_entry (id, kind, unit, governorate, subject_id, by_id, at, reverses_id)
    VALUES (%(entry)s, %(kind)s, %(unit)s, %(governorate)s, %(subject)s, %(by)s, %(at)s, %(reverses)s)
)
INSERT INTO payments_posting (entry_id, place, account_id, amount)
SELECT %(entry)s, place, code, amount FROM side
"""


def post(
    *,
    by: Actor,
    kind: EntryKind,
    unit: str,
    subject_id: UUID,
    sides: Sides,
    at: datetime,
    reverses: UUID | None = None,
) -> UUID:
    """Write an entry with its postings, opening accounts at need: one statement. Returns the entry's key.

    ValueError when the sides do not add up to zero; the database would refuse it as well.
    """
    kept = sorted((account, amount) for account, amount in sides.items() if amount)
    if sum(amount for _, amount in kept) or not kept:
        raise ValueError("the sides of an entry add up to zero, and there is something to move")
    entry = uuid7()
    values: dict[str, Any] = {
        "codes": [f"{unit}/{account}/{code}" for (account, code), _ in kept],
        "kinds": [str(account) for (account, _), _ in kept],
        "settlement": [code for (_, code), _ in kept],
        "amounts": [amount for _, amount in kept],
        "unit": unit,
        "governorate": places.unit(unit).governorate,
        "entry": entry,
        "kind": str(kind),
        "subject": subject_id,
        "by": by.id,
        "at": at,
        "reverses": reverses,
    }
    with kept_cursor() as cursor:
        cursor.execute(_POST, values)
    return entry


def moved(codes: Mapping[str, int], *, into: AccountKind, out_of: AccountKind) -> dict[tuple[AccountKind, str], int]:
    """The sides that move each settlement code's amount from one kind of account into another."""
    return {(into, code): amount for code, amount in codes.items()} | {
        (out_of, code): -amount for code, amount in codes.items()
    }
