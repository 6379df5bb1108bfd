"""Write one entry of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from shubbak.kernel.actor import Actor
from shubbak.kernel.ids import uuid7
from shubbak.places import queries as places
from shubbak.trail.together import together, write

from ..states import AccountKind, EntryKind

Sides = Mapping[tuple[AccountKind, str], int]
"""`{(kind of account, settlement code): piastres}`, debit positive; the values add up to zero."""

_OPEN = """
INSERT INTO payments_account (code, unit, kind, settlement_code)
SELECT code, %s, kind, settlement_code
FROM unnest(%s::text[], %s::text[], %s::text[]) AS side (code, kind, settlement_code)
ORDER BY code ON CONFLICT DO NOTHING
"""
_MOVE = """
INSERT INTO payments_posting (entry_id, place, account_id, amount)
SELECT %s::uuid, place, code, amount FROM unnest(%s::text[], %s::bigint[]) WITH ORDINALITY AS side (code, amount, place)
"""
_ENTER = """
INSERT INTO payments_entry (id, kind, unit, governorate, subject_id, by_id, at, reverses_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
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
    codes = [f"{unit}/{account}/{code}" for (account, code), _ in kept]
    kinds, settlement = [str(account) for (account, _), _ in kept], [code for (_, code), _ in kept]
    governorate = places.unit(unit).governorate
    with together():
        write(_OPEN, [unit, codes, kinds, settlement])
        write(_MOVE, [entry, codes, [amount for _, amount in kept]])
        write(_ENTER, [entry, str(kind), unit, governorate, subject_id, by.id, at, reverses])
    return entry


def moved(codes: Mapping[str, int], *, into: AccountKind, out_of: AccountKind) -> dict[tuple[AccountKind, str], int]:
    """The sides that move each settlement code's amount from one kind of account into another."""
    return {(into, code): amount for code, amount in codes.items()} | {
        (out_of, code): -amount for code, amount in codes.items()
    }
