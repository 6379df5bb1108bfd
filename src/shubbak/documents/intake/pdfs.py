"""PDFs: parsed whole; nothing that runs, opens or hides another file is let in."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from .limits import MOST_PAGES

ACTIVE = frozenset(
    {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/XFA", "/RichMedia", "/SubmitForm", "/ImportData"}
)
MOST_OBJECTS = 200_000


def accepted(content: bytes) -> None:
    """ValueError with a code unless this is a PDF of at most MOST_PAGES pages with nothing active inside."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise ValueError("locked")
        pages = len(reader.pages)
        active = _has_active(reader.trailer)
    except (PyPdfError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        raise ValueError("not_readable") from None
    if pages == 0:
        raise ValueError("not_readable")
    if pages > MOST_PAGES:
        raise ValueError("too_many_pages")
    if active:
        raise ValueError("active")


def _has_active(root: Any) -> bool:
    """Whether any object reachable from the trailer carries or names something active."""
    waiting, seen, count = [root], set(), 0
    while waiting:
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            if (item.idnum, item.generation) in seen:
                continue
            seen.add((item.idnum, item.generation))
            item = item.get_object()
        count += 1
        if count > MOST_OBJECTS:
            raise ValueError("too_many_pages")
        if isinstance(item, DictionaryObject):
            if ACTIVE & set(item) or str(item.get("/S")) in ACTIVE or str(item.get("/Type")) in ACTIVE:
                return True
            waiting.extend(item.values())
        elif isinstance(item, ArrayObject):
            waiting.extend(item)
    return False
