"""Files, as doors hand them out."""

from __future__ import annotations

from uuid import UUID

from shubbak.kernel import keys

from .. import store
from ..models import Upload

NAME = "documents.name"
_ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def upload(upload_id: UUID) -> Upload | None:
    """The upload of that key."""
    return Upload.objects.filter(pk=upload_id).first()


def upload_content(row: Upload) -> bytes:
    """The cleaned bytes of a file."""
    return store.content(row.sha256)


def upload_name(row: Upload) -> str:
    """The name the bringer gave, with the ending of what the file really is."""
    stem = keys.ring().open_text(bytes(row.original_name_sealed), NAME).rsplit(".", 1)[0]
    kept = "".join(c for c in stem if c.isalnum() or c in " -_").strip()[:80]
    return (kept or str(row.pk)) + _ENDINGS.get(row.media_type, "")
