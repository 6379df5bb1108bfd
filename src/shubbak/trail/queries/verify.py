"""Is the trail as it was sealed?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.db import connection, transaction

from .. import anchors as anchor_files
from ..verifier import Report, Verification


def verify(anchors: Path | Sequence[Path] | None = None) -> Report:
    """Recompute every leaf, root, head and signature, compare with the anchors, and name each seal that fails.

    `anchors`: the folder or folders to trust, by default those of the settings. Streams: memory does not grow with the
    trail. One snapshot, read only; nothing waits for it.
    """
    folders = [anchors] if isinstance(anchors, Path) else list(anchors or anchor_files.places())
    if connection.in_atomic_block:
        return Verification(connection.connection, folders).run()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return Verification(connection.connection, folders).run()
