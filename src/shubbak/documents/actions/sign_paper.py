"""Sign a new paper and give it a random place in its governorate's status list."""

from __future__ import annotations

import dataclasses
import secrets
from functools import partial

from django.db import connection, transaction

from shubbak.kernel import clock

from ..models import Paper, StatusList
from ..permits import vault
from ..permits.claims import PermitClaims, to_map
from ..permits.token import check_code, seal_claims
from ..states import ENTRIES
from .ensure_signing_key import ensure_signing_key

CROWDED, GIVE_UP = 4, 12
_COLUMNS = [str(f.column) for f in Paper._meta.concrete_fields]
_PLACED = (
    f"INSERT INTO documents_paper ({', '.join(_COLUMNS)}) SELECT {', '.join(['%s'] * len(_COLUMNS))}"
    " WHERE EXISTS (SELECT FROM documents_signingkey WHERE kid = %s)"
    " AND EXISTS (SELECT FROM documents_statuslist WHERE id = %s)"
    " ON CONFLICT (status_list_id, status_index) DO NOTHING"
)
_open: dict[str, str] = {}
"""The status list now being filled, by governorate, once a transaction that used it has committed."""


def sign_paper(paper: Paper, *, public: PermitClaims) -> None:
    """Sign and insert `paper`. One statement, but for a process's first paper and for a draw that is taken.

    A list is left for the next one when CROWDED draws in a row were taken, that is when about half of it is used.
    """
    key = vault.signer(public.issued_at.year)
    kid = vault.kid(vault.spki(key))
    for tried in range(GIVE_UP):
        place = _open.get(paper.governorate) if tried == 0 else None
        if place is None:
            ensure_signing_key(public.issued_at.year)
            place = _list(paper.governorate, further=tried >= CROWDED)
        claims = dataclasses.replace(public, status_list=place, status_index=secrets.randbelow(ENTRIES))
        paper.status_list_id, paper.status_index = place, claims.status_index
        paper.valid_until = claims.valid_until
        paper.token = seal_claims(to_map(claims), key)
        paper.check_code = check_code(paper.token)
        if _insert(paper, kid):
            transaction.on_commit(partial(_open.__setitem__, paper.governorate, place))
            return
    raise RuntimeError("no free place in any status list")


def _insert(paper: Paper, kid: bytes) -> bool:
    values = [f.get_db_prep_save(getattr(paper, f.attname), connection) for f in Paper._meta.concrete_fields]
    with connection.cursor() as cursor:
        cursor.execute(_PLACED, [*values, kid, paper.status_list_id])
        placed = cursor.rowcount == 1
    paper._state.adding, paper._state.db = not placed, connection.alias
    return placed


def _list(governorate: str, *, further: bool) -> str:
    """The newest list of a governorate, or with `further` the one after it; made when there is none."""
    newest = StatusList.objects.filter(governorate=governorate).order_by("-serial").first()
    if newest is not None and not further:
        return newest.id
    serial = newest.serial + 1 if newest else 1
    made = StatusList(id=f"{governorate}-{serial}", governorate=governorate, serial=serial, opened_at=clock.now())
    StatusList.objects.bulk_create([made], ignore_conflicts=True)
    return made.id
