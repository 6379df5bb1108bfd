"""Where is my request, and is this permit real."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from shubbak.cases.queries import track
from shubbak.documents.queries import verify
from shubbak.people.access import public

from ..answers import given
from ..shapes import PUBLIC, Problem
from . import told
from .misses import missed, must_not_be_held_off
from .shapes import Tracked, Verified

router = Router(auth=None, tags=["public"])


@router.get(
    "/track/{number}", response={200: Tracked, 404: Problem, 429: Problem, **PUBLIC}, summary="Where a case stands"
)
@public
def tracking(request: HttpRequest, number: str, code: str = Query(..., max_length=40)) -> HttpResponse:
    """For whoever holds the slip: number and tracking code together. A wrong code and no such case look alike."""
    address = request.META.get("REMOTE_ADDR", "")
    must_not_be_held_off(address, number)
    found = track(number=number, code=code)
    if found is None:
        raise missed(address, number)
    return given(told.tracked(found))


@router.get("/verify/{token}", response={200: Verified, **PUBLIC}, summary="Is this permit ours and in force")
@public
def verification(request: HttpRequest, token: str) -> HttpResponse:
    """What the text after `/V/` in a permit's QR is worth now. Upper case only; anything altered is forged."""
    return given(told.verified(verify(token)))
