"""The bytes of what was brought and of what we issued: never more than the page of the case shows."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from csp.decorators import csp_replace
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from shubbak.cases.queries import case_for
from shubbak.documents import queries as documents
from shubbak.people.access import staff

from ...asked import Asked
from ...refusals import View, or_404
from ...who import WORKERS

_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
_alone: Callable[[View], View] = csp_replace(  # type: ignore[assignment]
    {
        "default-src": ["'none'"],
        "img-src": ["'self'"],
        "style-src": ["'unsafe-inline'"],
        "object-src": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
)


@staff(*WORKERS)
@never_cache
@require_safe
@or_404
@_alone
@xframe_options_sameorigin
def document(request: Asked, number: str, document: UUID) -> HttpResponse:
    """A paper that was brought: a download, unless the page asks to show it (`?show`)."""
    found = next((d for d in case_for(by=request.actor, number=number).documents if d.id == document), None)
    if found is None or found.hidden or found.upload_id is None:
        raise Http404
    upload = documents.upload(found.upload_id)
    if upload is None:
        raise Http404
    named = f"{number}-{found.kind}.{_ENDINGS.get(upload.media_type, 'bin')}"
    inline = "show" in request.GET and upload.media_type in _ENDINGS
    return _answer(documents.upload_content(upload), upload.media_type, named, inline=inline)


@staff(*WORKERS)
@never_cache
@require_safe
@or_404
@_alone
@xframe_options_sameorigin
def paper(request: Asked, number: str, paper: UUID) -> HttpResponse:
    """A paper we issued on this case, as PDF."""
    found = next((p for p in case_for(by=request.actor, number=number).papers if p.id == paper), None)
    issued = documents.paper(paper) if found is not None else None
    if found is None or issued is None:
        raise Http404
    name = f"{found.kind}-{found.number}.pdf"
    return _answer(documents.paper_pdf(issued), "application/pdf", name, inline=True)


def _answer(content: bytes, media_type: str, name: str, *, inline: bool) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    shape = "inline" if inline else "attachment"
    answer.headers["Content-Disposition"] = f'{shape}; filename="{name}"'
    return answer
