"""Forget files that no case took."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import store
from ..models import Upload
from .receive_upload import HOLD

ALONE = timedelta(hours=24)
_FORGET = """
DELETE FROM documents_upload WHERE id IN (
    SELECT id FROM documents_upload WHERE taken_at IS NULL AND uploaded_at < %s
    ORDER BY uploaded_at LIMIT %s FOR UPDATE SKIP LOCKED
) RETURNING sha256
"""


def purge_uploads(*, limit: int = 500) -> int:
    """Drop uploads left alone for 24 hours, then contents nobody refers to; how many uploads were dropped.

    Every run also looks at one of the 256 parts of the store, for contents that a crash left without a row.
    """
    forgotten = _forget(limit)
    hour = int(clock.now().timestamp()) // 3600
    old = clock.now().timestamp() - ALONE.total_seconds()
    strays = {sha256 for sha256, written in store.kept_under(f"{hour % 256:02x}") if written < old}
    for sha256 in sorted(set(forgotten) | strays):
        _drop(sha256)
    return len(forgotten)


@whole
def _forget(limit: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [clock.now() - ALONE, limit])
        gone = [sha256 for (sha256,) in cursor.fetchall()]
    if gone:
        record(by=SYSTEM, act="documents.purged", subject="upload", subject_id=None, facts={"sha256": gone})
    return gone


@whole
def _drop(sha256: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [sha256])
    if not Upload.objects.filter(sha256=sha256).exists():
        store.drop(sha256)
