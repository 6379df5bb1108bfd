"""Take in a file."""

from __future__ import annotations

from typing import BinaryIO

from django.db import connection

from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import store
from ..intake.judge import Accepted, judge
from ..intake.limits import MOST_BYTES
from ..models import Upload
from ..queries.uploads import NAME

HOLD = "SELECT pg_advisory_xact_lock(hashtextextended('documents.file:' || %s, 0))"
"""Held by whoever keeps or drops a content, so that a purge cannot take a file that is just being handed in again."""


def receive_upload(*, by: Actor, name: str, content: BinaryIO | bytes) -> Upload:
    """Judge, clean and keep a file; it is its bringer's until a case takes it. Invalid says why it is refused.

    Three statements. The judging is done before the transaction, in a process of its own.
    """
    raw = content if isinstance(content, bytes) else content.read(MOST_BYTES + 1)
    return _kept(by, name, judge(raw))


@whole
def _kept(by: Actor, name: str, accepted: Accepted) -> Upload:
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [accepted.sha256])
    upload = Upload(
        sha256=store.keep(accepted.content),
        size=len(accepted.content),
        media_type=accepted.media_type,
        pages=accepted.pages,
        original_name_sealed=keys.ring().seal_text(name[:200], NAME),
        owner_id=by.id,
        uploaded_at=clock.now(),
    )
    upload.save(force_insert=True)
    facts = {"sha256": upload.sha256, "size": upload.size, "media_type": upload.media_type}
    record(by=by, act="documents.received", subject="upload", subject_id=upload.id, facts=facts)
    return upload
