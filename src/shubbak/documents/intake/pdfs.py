"""PDFs: parsed whole; nothing that runs, sends, opens or hides another file is let in."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from shubbak.documents.intake.limits import MOST_PAGES

ACTIVE = frozenset(
    {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/AF", "/XFA", "/RichMedia", "/SubmitForm"}
    | {"/ImportData", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound", "/3D", "/Collection"}
)
MOST_OBJECTS = 200_000
_EARLIER = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|XFA|RichMedia|SubmitForm|ImportData)\b")
"""Looked for in the raw bytes too: an object of an earlier revision that no reader reaches may still be there."""
_AFTER_END = re.compile(rb"%%EOF[\r\n\s\x00]{0,1024}\Z")


def pages(content: bytes) -> int:
    """How many pages; ValueError with a code unless this is a PDF of at most MOST_PAGES with nothing active inside."""
    if not _AFTER_END.search(content[-2048:]):
        raise ValueError("not_readable")
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise ValueError("locked")
        count = len(reader.pages)
        active = _has_active(reader.trailer) or _EARLIER.search(content)
    except (PyPdfError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        raise ValueError("not_readable") from None
    if count == 0:
        raise ValueError("not_readable")
    if count > MOST_PAGES:
        raise ValueError("too_many_pages")
    if active:
        raise ValueError("active")
    return count


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
            named = {str(item.raw_get(key)) for key in ("/S", "/Type", "/Subtype", "/FT") if key in item}
            if ACTIVE & (set(item) | named):
                return True
            waiting.extend(item.raw_get(key) for key in item)
        elif isinstance(item, ArrayObject):
            waiting.extend(list.__iter__(item))
    return False
