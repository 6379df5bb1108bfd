"""Answer a request that may be repeated exactly once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import Invalid, NotNow

from ..gathering import Row, gathering
from ..statements import kept_cursor
from ..together import Part, lingering
from .record import INSERT, ROW

_PURPOSE = "trail.answer"
_CLAIM = """
SELECT held.got, a.fingerprint, a.status, a.media_type, a.body_sealed
FROM (SELECT pg_try_advisory_xact_lock(%s) AS got) AS held LEFT JOIN trail_answer a ON a.digest = %s
"""
_KEEP = """
INSERT INTO trail_answer (digest, fingerprint, status, media_type, body_sealed) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door answered: HTTP status, body and media type."""

    status: int
    body: bytes
    media_type: str = "application/json"


@transaction.atomic
def once(*, by: Actor, key: str, fingerprint: bytes, act: Callable[[], Answer]) -> Answer:
    """Run `act` and keep its answer, in one transaction; or give the answer kept for `key` and this actor.

    One statement of its own: what it keeps goes with the act's trail entries and its last rows. While another
    transaction holds the key:
    NotNow `still_running`. The same key with another fingerprint (32 bytes, over all that was asked): Invalid
    `key_reused`. An act that refuses keeps nothing.
    """
    digest = hashlib.sha256(by.id.bytes + key.encode()).digest()
    with kept_cursor() as cursor:
        cursor.execute(_CLAIM, [int.from_bytes(digest[:8], "big", signed=True), digest])
        got, kept, status, media_type, sealed = cursor.fetchone()
    if kept is not None:
        return _replay(bytes(kept) == fingerprint, status, media_type, sealed)
    if not got:
        raise _still_running()
    with lingering() as last, gathering() as entries:
        answer = act()
        sealed = ring().seal(answer.body, _PURPOSE)
        told = _entries(entries)
        if last.send([*told, (_KEEP, [digest, fingerprint, answer.status, answer.media_type, sealed])]) != 1:
            raise _still_running()
    return answer


def _entries(entries: list[Row]) -> list[Part]:
    """The act's trail entries, in the order of recording."""
    if not entries:
        return []
    return [(f"{INSERT} {', '.join([ROW] * len(entries))}", [value for entry in entries for value in entry])]


def _replay(same: bool, status: int, media_type: str, sealed: bytes) -> Answer:
    if not same:
        raise Invalid("key_reused", _("This key was used for another request. Send a new key with a new request."))
    return Answer(status, ring().open(sealed, _PURPOSE), media_type)


def _still_running() -> NotNow:
    return NotNow("still_running", _("The same request is still running. Wait a moment and send it again."))
