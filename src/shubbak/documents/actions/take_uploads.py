"""Let a case take the files it was given."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Fault, Invalid
from shubbak.trail.statements import kept_cursor
from shubbak.trail.whole import whole

from ..intake.limits import MOST_BYTES_TOGETHER
from ..models import Upload

_COLUMNS = [str(f.column) for f in Upload._meta.concrete_fields]
_TAKE = (
    "UPDATE documents_upload SET taken_at = %s WHERE id = ANY(%s) AND owner_id = %s AND taken_at IS NULL"
    f" RETURNING {', '.join(_COLUMNS)}"
)


@whole
def take_uploads(*, by: Actor, ids: Sequence[UUID]) -> list[Upload]:
    """Mark the files as taken and give them in the order of `ids`: one statement; only one's own, only once.

    Invalid names those that are not there to be taken, or says that they are too large together; the case that takes
    them writes the trail.
    """
    with kept_cursor() as cursor:
        cursor.execute(_TAKE, [clock.now(), list(ids), by.id])
        rows = [Upload.from_db(connection.alias, _COLUMNS, row) for row in cursor.fetchall()]
    taken = {upload.id: upload for upload in rows}
    gone = _("This file is no longer there. Attach it again.")
    faults = [
        Fault(f"documents.{i}.upload", "gone", gone) for i, id in enumerate(ids) if id not in taken or id in ids[:i]
    ]
    if faults:
        raise Invalid("uploads", gone, faults=faults)
    if sum(upload.size for upload in rows) > MOST_BYTES_TOGETHER:
        too_large = _("The files are larger than 60 MB together. Scan them at a lower resolution.")
        raise Invalid("uploads_too_large", too_large)
    return [taken[id] for id in ids]
