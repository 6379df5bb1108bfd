"""Forget files that no case took."""

from __future__ import annotations

from datetime import timedelta

from shubbak.kernel import clock
from shubbak.trail.whole import whole

from .. import store
from ..models import Upload

ALONE = timedelta(hours=24)


def purge_uploads(*, limit: int = 500) -> int:
    """Drop uploads left alone for 24 hours, and contents nobody refers to; how many were dropped."""
    gone = _forgotten(limit)
    for digest in set(gone):
        if not Upload.objects.filter(sha256=digest).exists():
            store.drop(digest)
    return len(gone)


@whole
def _forgotten(limit: int) -> list[str]:
    old = Upload.objects.filter(taken_at__isnull=True, uploaded_at__lt=clock.now() - ALONE)
    rows = list(old.select_for_update(skip_locked=True)[:limit])
    Upload.objects.filter(pk__in=[row.pk for row in rows], taken_at__isnull=True).delete()
    return [row.sha256 for row in rows]
