"""The page of a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from shubbak.cases.queries import CaseView, InboxFilter, case_for, inbox, local_units
from shubbak.kernel.refusal import NotThere
from shubbak.people.access import staff
from shubbak.people.actions import reveal
from shubbak.people.queries import with_numbers

from ...asked import Asked
from ...bar import bar
from ...refusals import View, or_404
from ...who import WORKERS
from ..shown import shown

PAGE = "desk/cases/case.html"
framing: Callable[[View], View] = csp_update({"frame-src": ["'self'"]})  # type: ignore[assignment]


def drawn(
    request: Asked, case: CaseView, *, tab: str = "papers", document: UUID | None = None, **more: Any
) -> dict[str, Any]:
    """All that the page of a case is drawn from."""
    page = shown(case, tab=tab, document=document)
    waiting = () if page.acts else inbox(by=request.actor, filters=InboxFilter(scope="mine"), limit=1).items
    following = waiting[0].number if waiting and waiting[0].number != case.number else ""
    return {**bar(request), "case": case, "page": page, "tab": tab, "following": following, **more}


@staff(*WORKERS)
@never_cache
@require_safe
@or_404
@framing
def case(request: Asked, number: str, tab: str = "papers", document: UUID | None = None) -> HttpResponse:
    """One case, one of its tabs, perhaps one of its papers."""
    found = case_for(by=request.actor, number=number)
    context = drawn(request, found, tab=tab, document=document)
    if document is not None and context["page"].open_document is None:
        raise Http404
    return render(request, PAGE, context)


@staff(*WORKERS)
@never_cache
@require_POST
@or_404
@framing
def reveal_number(request: Asked, number: str, field: str) -> HttpResponse:
    """The page once more, with one number of the applicant in full; the look is kept in the trail."""
    found = case_for(by=request.actor, number=number)
    if found.person is None:
        raise NotThere("field", "")
    value = reveal(by=request.actor, person=with_numbers().get(pk=found.person.id), field=field)
    return render(request, PAGE, drawn(request, found, revealed={field: value}))


@staff(*WORKERS)
@require_safe
def units(request: Asked) -> HttpResponse:
    """The local units of the governorate that an address names, as the options of a list."""
    governorate = next((request.GET.get(name, "") for name in request.GET), "")
    return render(request, "design/field/options.html", {"choices": local_units(governorate)})
