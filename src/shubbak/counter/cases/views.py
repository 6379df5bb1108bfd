"""Cases at the counter."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from shubbak.cases.actions import act, show_slip, withdraw
from shubbak.cases.queries import case_for, find_cases
from shubbak.documents import queries as documents
from shubbak.kernel.actor import Role
from shubbak.kernel.refusal import Fault, NotThere, Refusal
from shubbak.people.access import staff

from ..asking import sayings
from ..papers import as_papers, papers_in, take_answers, take_files
from ..refusals import or_404
from ..sought import sought
from ..where import CASHIER, CLERK, SUPERVISORS, actor_of
from .owed import Given, given_in, owed, stops

PAGE = "counter/cases/case.html"


@staff(Role.CLERK)
@never_cache
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Cases of her units by number, slip, name, id or mobile."""
    q = request.GET.get("q", "")
    page = find_cases(by=actor_of(request), q=sought(q), after=request.GET.get("after", "")) if q.strip() else None
    return render(request, "counter/cases/find.html", {"q": q, "page": page})


@staff(Role.CLERK)
@never_cache
@require_safe
@or_404
def case(request: HttpRequest, number: str) -> HttpResponse:
    """The case at the counter: where it stands, what the citizen owes, its papers."""
    return _page(request, number)


@staff(Role.CLERK)
@require_POST
@or_404
def do(request: HttpRequest, number: str, task: UUID, action: str) -> HttpResponse:
    """Do for the citizen what she owes at a step, with the answers and papers she brought."""
    actor = actor_of(request)
    found = case_for(by=actor, number=number)
    brought, faults = take_files(actor, papers_in(request.POST), request.FILES)
    given = given_in(request.POST, task, action, brought)
    answered = take_answers(actor, given.answered, request.FILES)
    given = replace(given, answered=answered, faults=(*faults, *answered.faults))
    if given.faults or answered.unfinished or "drop" in request.POST:
        return _page(request, number, given)
    try:
        act(
            by=actor, case_id=found.id, task_id=task, action=action, answers=dict(answered.answers),
            note=given.note, reason=given.reason, papers=as_papers(found.service.documents, brought),
        )  # fmt: skip
    except NotThere:
        raise
    except Refusal as refused:
        told = refused.faults or (Fault("", refused.code, refused.message),)
        return _page(request, number, replace(given, faults=told))
    messages.success(request, _("Done. The case goes on."))
    return redirect("counter_cases:case", number=found.number)


@staff(Role.CLERK)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
def withdrawing(request: HttpRequest, number: str) -> HttpResponse:
    """Withdraw a case at the citizen's wish; asked once more on a page of its own."""
    actor = actor_of(request)
    found = case_for(by=actor, number=number)
    if not found.may_withdraw:
        raise Http404
    if request.method != "POST":
        return render(request, "counter/cases/withdraw.html", {"case": found})
    try:
        withdraw(by=actor, case_id=found.id, note=request.POST.get("note", "")[:4000])
    except NotThere:
        raise
    except Refusal as refused:
        return render(
            request, "counter/cases/withdraw.html", {"case": found, "refused": refused}, status=refused.status
        )
    messages.success(request, _("The request is withdrawn."))
    return redirect("counter_cases:case", number=found.number)


@staff(*CLERK, *CASHIER, *SUPERVISORS)
@never_cache
@require_safe
@or_404
def paper(request: HttpRequest, number: str, paper: UUID) -> HttpResponse:
    """A paper we issued on the case, as PDF; the slip always as things stand now."""
    found = case_for(by=actor_of(request), number=number)
    issued = documents.paper(paper)
    if issued is not None and issued.subject_id == found.id and issued.kind == "slip":
        issued = show_slip(by=actor_of(request), case_id=found.id)
    elif issued is None or not any(one.id == paper for one in found.papers):
        raise Http404
    answer = HttpResponse(documents.paper_pdf(issued), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{issued.kind}-{issued.number}.pdf"'
    return answer


def _page(request: HttpRequest, number: str, given: Given | None = None) -> HttpResponse:
    found = case_for(by=actor_of(request), number=number)
    status = 422 if given is not None and given.faults else 200
    asked = next((one.note for one in reversed(found.history) if one.for_citizen and one.note), "")
    shown = {"case": found, "owed": owed(found, given), "stops": stops(found), "asked": asked, "sayings": sayings()}
    return render(request, PAGE, shown, status=status)
