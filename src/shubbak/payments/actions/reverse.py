"""Undo one entry of the ledger by its mirror."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from shubbak.kernel.actor import Actor

from ..models import Entry, Posting
from ..states import AccountKind, EntryKind
from .post import post


def reverse(*, by: Actor, entry: Entry, kind: EntryKind, at: datetime) -> UUID:
    """Write the mirror of an entry; the database lets an entry be reversed once. Returns the new entry's key."""
    postings = Posting.objects.filter(entry=entry).select_related("account")
    sides = {(AccountKind(p.account.kind), p.account.settlement_code): -p.amount for p in postings}
    return post(by=by, kind=kind, unit=entry.unit, subject_id=entry.subject_id, sides=sides, at=at, reverses=entry.id)
