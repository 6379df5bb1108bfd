"""The services: find one, read all about it, work out its fees, take it along on paper."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from shubbak.catalogue.queries import current
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.refusal import NotThere
from shubbak.people.access import public

from ..languages import spoken
from . import guide, labels, sheet
from .directory import directory as found
from .estimate import estimated
from .near import near
from .shown import is_free


@public
@spoken
@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """What is asked for of all services: by a life event, a department, who asks, a way, a place, or in words."""
    told = found(request.GET)
    partly = _partly(request, "shelf")
    name = "portal/services/shelf.html" if partly else "portal/services/directory.html"
    answer = render(request, name, {"d": told, "events": labels.EVENTS, "partly": partly, "all": "all" in request.GET})
    if partly:
        answer.headers["HX-Push-Url"] = request.path + (told.address if len(told.address) > 1 else "")
    patch_vary_headers(answer, ["HX-Request"])
    return answer


@public
@spoken
@require_safe
def service(request: HttpRequest, key: str) -> HttpResponse:
    """One service's page; `governorate` and `unit` say where the reader is."""
    version, definition = _current(key)
    partly = _partly(request, "near-places")
    context = {"service": definition, "near": near(definition, request.GET)}
    if not partly:
        address = f"{settings.SHUBBAK_PUBLIC_URL}/services/{key}/"
        context |= guide.page(version, definition, address, get_language() or "ar")
        context |= {"estimate": estimated(definition, QueryDict())}
    answer = render(request, "portal/services/near.html" if partly else "portal/services/service.html", context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


@public
@spoken
@require_safe
def fees(request: HttpRequest, key: str) -> HttpResponse:
    """What it would cost, from a few answers."""
    definition = _current(key)[1]
    if is_free(definition):
        raise Http404
    partly = _partly(request, "sums")
    name = "portal/services/sums.html" if partly else "portal/services/fees.html"
    answer = render(request, name, {"service": definition, "estimate": estimated(definition, request.GET)})
    patch_vary_headers(answer, ["HX-Request"])
    return answer


@public
@spoken
@require_safe
def on_paper(request: HttpRequest, key: str) -> HttpResponse:
    """The service's page on one A4, as PDF."""
    version, definition = _current(key)
    address = f"{settings.SHUBBAK_PUBLIC_URL}/services/{key}/"
    made = sheet.printed(version, definition, address, get_language() or "ar")
    answer = HttpResponse(made, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{key}.pdf"'
    return answer


def _current(key: str) -> tuple[int, ServiceDefinition]:
    try:
        published = current(key)
    except NotThere:
        raise Http404 from None
    return published.version_id, published.service


def _partly(request: HttpRequest, part: str) -> bool:
    """Whether the browser asks for that part of the page alone."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and htmx.target == part)
