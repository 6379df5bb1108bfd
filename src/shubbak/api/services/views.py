"""What is offered, and everything to know before asking for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from shubbak.catalogue.queries import current, offered
from shubbak.people.access import public

from ..answers import given, listed
from ..shapes import PUBLIC, Problem
from . import told
from .shapes import ServiceList, ServiceWhole

router = Router(auth=None, tags=["services"])


@router.get("/services", response={200: ServiceList, 404: Problem, **PUBLIC}, summary="Services on offer")
@public
def services(
    request: HttpRequest, unit: str = Query("", max_length=40), q: str = Query("", max_length=200)
) -> HttpResponse:
    """The services a unit offers (all, when none is named) that answer `q`, as people say it, the best first."""
    return listed([told.row(one.service) for one in offered(unit=unit or None, q=q)])


@router.get("/services/{key}", response={200: ServiceWhole, 404: Problem, **PUBLIC}, summary="One service")
@public
def service(request: HttpRequest, key: str) -> HttpResponse:
    """The form as JSON Schema, papers, fees, limits and law of a service as it is offered now."""
    return given(told.whole(current(key).service))
