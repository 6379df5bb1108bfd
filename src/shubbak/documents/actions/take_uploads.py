"""Let a case take the files it was given."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Fault, Invalid
from shubbak.trail.whole import whole

from ..models import Upload

MOST_TOGETHER = 60 * 1024 * 1024
_TAKE = """
UPDATE documents_upload SET taken_at = %s WHERE id = ANY(%s) AND owner_id = %s AND taken_at IS NULL
RETURNING id, sha256, size, media_type, pages, original_name_sealed, owner_id, uploaded_at, taken_at
"""


@whole
def take_uploads(*, by: Actor, ids: Sequence[UUID]) -> list[Upload]:
    """Mark the files as taken, in one statement; only one's own, only once. Invalid names those that are not there."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [clock.now(), list(ids), by.id])
        names = [column.name for column in cursor.description or ()]
        taken = [Upload(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
    found = {upload.id for upload in taken}
    gone = _("This file is no longer there. Attach it again.")
    faults = [Fault(f"documents.{i}.upload", "gone", gone) for i, id in enumerate(ids) if id not in found]
    if faults or len(set(ids)) != len(ids):
        raise Invalid("uploads", gone, faults=faults)
    if sum(upload.size for upload in taken) > MOST_TOGETHER:
        raise Invalid("uploads", _("The files are larger than 60 MB together. Scan them at a lower resolution."))
    return taken
