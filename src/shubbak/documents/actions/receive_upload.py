"""Take in a file."""

from __future__ import annotations

from typing import BinaryIO

from shubbak.kernel import keys
from shubbak.kernel.actor import Actor
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import store
from ..intake import judge
from ..intake.limits import MOST_BYTES
from ..models import Upload

NAME = "documents.name"


def receive_upload(*, by: Actor, name: str, content: BinaryIO | bytes) -> Upload:
    """Judge, clean and keep a file; it is its bringer's until a case takes it. Invalid says why it is refused."""
    raw = content if isinstance(content, bytes) else content.read(MOST_BYTES + 1)
    accepted = judge(raw)
    return _kept(by, name, store.keep(accepted.content), len(accepted.content), accepted.media_type)


@whole
def _kept(by: Actor, name: str, digest: str, size: int, media_type: str) -> Upload:
    upload = Upload.objects.create(
        sha256=digest,
        size=size,
        media_type=media_type,
        original_name_sealed=keys.ring().seal_text(name[:200], NAME),
        owner_id=by.id,
    )
    facts = {"size": size, "media_type": media_type}
    record(by=by, act="documents.received", subject="upload", subject_id=upload.id, facts=facts)
    return upload
