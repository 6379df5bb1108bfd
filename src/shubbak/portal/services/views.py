"""The services: find one, read all about it, work out its fees."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from shubbak.catalogue.queries import current
from shubbak.documents.qr import svg
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.refusal import NotThere
from shubbak.people.access import public
from shubbak.places.queries import departments

from ..home.occasions import OCCASIONS, occasion
from ..languages import spoken
from .estimate import estimated
from .search import found
from .shown import ServiceShown, shown

_shown: dict[tuple[int, str], ServiceShown] = {}


@public
@spoken
@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """All services by department, those an occasion calls for, or what a search finds."""
    q = request.GET.get("q", "").strip()[:100]
    chosen = occasion(request.GET.get("for", ""))
    services = found(q)
    if chosen is not None:
        order = {key: place for place, key in enumerate(chosen.services)}
        services = sorted((one for one in services if one.key in order), key=lambda one: order[one.key])
    groups: dict[str, list[ServiceDefinition]] = {}
    for one in services:
        groups.setdefault(one.department, []).append(one)
    return render(
        request,
        "portal/services/directory.html",
        {
            "q": q,
            "occasion": chosen,
            "occasions": OCCASIONS,
            "found": services,
            "groups": [(departments().get(key, key), group) for key, group in groups.items()],
        },
    )


@public
@spoken
@require_safe
def service(request: HttpRequest, key: str) -> HttpResponse:
    """One service's page; the same page prints on A4 with its own QR."""
    version, definition = _current(key)
    place = (version, get_language() or "ar")
    if place not in _shown:
        _shown[place] = shown(definition)
    address = f"{settings.SHUBBAK_PUBLIC_URL}/services/{key}/"
    return render(
        request,
        "portal/services/service.html",
        {"s": _shown[place], "service": definition, "address": address, "qr": _scalable(svg(address))},
    )


@public
@spoken
@require_safe
def fees(request: HttpRequest, key: str) -> HttpResponse:
    """What it would cost, from a few answers."""
    definition = _current(key)[1]
    if not definition.fee_sets:
        raise Http404
    given = {name: request.GET[name][:200] for name in request.GET}
    return render(
        request, "portal/services/fees.html", {"service": definition, "estimate": estimated(definition, given)}
    )


def _current(key: str) -> tuple[int, ServiceDefinition]:
    try:
        published = current(key)
    except NotThere:
        raise Http404 from None
    return published.version_id, published.service


def _scalable(drawing: str) -> str:
    """The SVG with its size as a view box, so that a style sheet may scale it."""
    return re.sub(r'width="(\d+)" height="(\d+)"', r'viewBox="0 0 \1 \2"', drawing, count=1)
