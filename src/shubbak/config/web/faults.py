"""The pages for what went wrong, in the reader's language: not there, not allowed, too old a form, our own fault."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist

_PAGE = "design/fault.html"


def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: it does not exist, or not for this reader; the two look alike."""
    return _page(request, 404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return _page(request, 403)


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _page(request, 400)


def ours(request: HttpRequest) -> HttpResponse:
    """500: nothing here may fail again, so a page that cannot be rendered is a bare sentence."""
    return _page(request, 500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form that was open for too long or came from elsewhere."""
    return _page(request, 403, stale=True)


def _page(request: HttpRequest, status: int, *, stale: bool = False) -> HttpResponse:
    try:
        return render(request, _PAGE, {"status": status, "stale": stale}, status=status)
    except TemplateDoesNotExist:
        return HttpResponse(str(status), status=status, content_type="text/plain; charset=utf-8")
