"""Files, as doors hand them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from shubbak.kernel import keys

from .. import store
from ..models import Upload

NAME = "documents.name"
_ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file as a door answers it: always an attachment, never a page. `headers` are to be sent as they are."""

    content: bytes
    media_type: str
    name: str
    headers: dict[str, str] = field(default_factory=lambda: dict(HEADERS))


def upload(upload_id: UUID) -> Upload | None:
    """The upload of that key."""
    return Upload.objects.filter(pk=upload_id).first()


def download(row: Upload, *, name: str = "") -> Download:
    """The file under the name its bringer gave, or under `name`: a step that is blind must not show the bringer's."""
    given = f"{name}{_ENDINGS[row.media_type]}" if name else upload_name(row)
    return Download(upload_content(row), row.media_type, given)


def upload_content(row: Upload) -> bytes:
    """The cleaned bytes of a file."""
    return store.content(row.sha256)


def upload_name(row: Upload) -> str:
    """The name the bringer gave, with the ending of what the file really is."""
    stem = keys.ring().open_text(bytes(row.original_name_sealed), NAME).rsplit(".", 1)[0]
    kept = "".join(c for c in stem if c.isalnum() or c in " -_").strip()[:80]
    return (kept or str(row.pk)) + _ENDINGS[row.media_type]
