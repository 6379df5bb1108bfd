"""Cases over the API: each endpoint asks one query or does one thing once."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from shubbak.cases.actions import show_slip
from shubbak.cases.queries import case_for, find_cases
from shubbak.documents.queries import paper_pdf

from ..access import actor_of, token
from ..answers import address, done, given, listed, pdf
from ..shapes import POST, STAFF, PaperList, State
from . import told
from .cursors import opened, sealed
from .doing import collect, key_of, move, register_case, take_back
from .papers import paper_of
from .shapes import CaseList, CaseRegistered, CaseWhole, Deed, Moved, NewCase, Paid, Payment, Wish

router = Router(tags=["cases"])
PAGE = 50


@router.post("/cases", response={201: CaseRegistered, **POST}, summary="Register a request")
@token()
def register(request: HttpRequest, payload: NewCase) -> HttpResponse:
    """Register a request at a unit, as its window clerk."""
    return done(request, lambda: register_case(actor_of(request), payload), status=201)


@router.get("/cases", response={200: CaseList, **STAFF}, summary="Cases within the token's places")
@token()
def cases(
    request: HttpRequest,
    state: State | None = None,
    q: str = Query("", max_length=200),
    after: str = Query("", max_length=200),
) -> HttpResponse:
    """Newest first; `q` finds by number, name, id or mobile."""
    page = find_cases(by=actor_of(request), q=q, state=state or "", after=opened(after), limit=PAGE)
    following = address("cases", state=state or "", q=q, after=sealed(page.next)) if page.next else None
    return listed([told.row(one) for one in page.items], following)


@router.get("/cases/{number}", response={200: CaseWhole, **STAFF}, summary="One case")
@token()
def case(request: HttpRequest, number: str) -> HttpResponse:
    """The case as the token's holder may see it, with the actions she may take now."""
    found = case_for(by=actor_of(request), number=number)
    return given(told.whole(found))


@router.post("/cases/{number}/tasks/{uuid:task_id}/{action}", response={200: Moved, **POST}, summary="Do an action")
@token()
def do(request: HttpRequest, number: str, task_id: UUID, action: str, payload: Deed = Body(Deed())) -> HttpResponse:  # noqa: B008
    """Do one of a task's actions. What the citizen owes at a step, the window clerk does for her."""
    return done(request, lambda: move(actor_of(request), number, task_id, action, payload))


@router.post("/cases/{number}/withdrawal", response={200: Moved, **POST}, summary="Withdraw a case")
@token()
def withdrawal(request: HttpRequest, number: str, payload: Wish = Body(Wish())) -> HttpResponse:  # noqa: B008
    """Take a running case back at the applicant's wish, as the window clerk of its unit."""
    return done(request, lambda: take_back(actor_of(request), number, payload))


@router.post("/cases/{number}/payments", response={201: Paid, **POST}, summary="Take the payment that is due")
@token()
def pay(request: HttpRequest, number: str, payload: Payment) -> HttpResponse:
    """The cashier takes the whole of what the case waits for; the next printed receipt is consumed."""
    return done(request, lambda: collect(actor_of(request), number, payload), status=201)


@router.get("/cases/{number}/papers", response={200: PaperList, **STAFF}, summary="Papers of a case")
@token()
def papers(request: HttpRequest, number: str) -> HttpResponse:
    """Slip, receipts and what was issued, oldest first."""
    case = case_for(by=actor_of(request), number=number)
    return listed([told.paper(case.number, one) for one in case.papers])


@router.get("/cases/{number}/papers/{uuid:paper_id}", response={200: bytes, **STAFF}, summary="A paper as PDF")
@token()
def paper(request: HttpRequest, number: str, paper_id: UUID) -> HttpResponse:
    """A paper of the case, printed once and kept."""
    found, content = paper_of(case_for(by=actor_of(request), number=number), paper_id)
    return pdf(content, f"{found.kind}-{found.number}")


@router.get("/cases/{number}/slip", response={200: bytes, **STAFF}, summary="The slip as PDF")
@token()
def slip(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt of the request, with the tracking QR."""
    issued = show_slip(by=actor_of(request), case_id=key_of(number))
    return pdf(paper_pdf(issued), f"slip-{number}")
