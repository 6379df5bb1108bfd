"""The page of open files, and the files."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import condition, require_safe

from shubbak.catalogue.exports.cpsv.catalogue import LICENCE
from shubbak.catalogue.exports.formats import BPMN, flow_of
from shubbak.catalogue.queries import current
from shubbak.kernel.refusal import NotThere
from shubbak.people.access import public

from ..languages import spoken
from .offering import BY_FILE, now_offered


def _etag(request: HttpRequest, **named: Any) -> str:
    return now_offered().etag


def _changed(request: HttpRequest, **named: Any) -> datetime:
    return now_offered().site.changed


@public
@spoken
@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """What can be fetched, what each file is for, its licence, and when it last changed."""
    offering = now_offered()
    shown = {
        "offers": offering.offers(),
        "changed": offering.site.changed,
        "count": offering.count,
        "licence": (LICENCE, LICENCE.rpartition("/")[2]),
        "example": reverse("open_data_flow", args=["shop-licence"]),
    }
    return render(request, "portal/open_data/page.html", shown)


@public
@require_safe
@condition(etag_func=_etag, last_modified_func=_changed)
def download(request: HttpRequest, name: str) -> HttpResponse:
    """A file of the whole catalogue."""
    if name not in BY_FILE:
        raise Http404
    one = BY_FILE[name]
    content = now_offered().file(one.key).open("rb")
    return _open(FileResponse(content, content_type=one.media_type, as_attachment=True, filename=name))


@public
@require_safe
@condition(etag_func=_etag, last_modified_func=_changed)
def flow(request: HttpRequest, key: str) -> HttpResponse:
    """The course of one service as a BPMN diagram; `?language=en` in English."""
    try:
        service = current(key).service
    except NotThere:
        raise Http404 from None
    content = flow_of(service, "en" if request.GET.get("language") == "en" else "ar")
    named = {"Content-Disposition": f'attachment; filename="{key}.bpmn"'}
    return _open(HttpResponse(content, content_type=BPMN, headers=named))


def _open(answer: Any) -> Any:
    """Any page of any site may read it, and keep it for five minutes."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cache-Control"] = "public, max-age=300"
    return answer
