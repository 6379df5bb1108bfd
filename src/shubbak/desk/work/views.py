"""Lists of work, and finding a case."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shubbak.cases.queries import find_cases, inbox
from shubbak.cases.rules import may_oversee
from shubbak.people.access import staff
from shubbak.people.rules import may_search_people

from ..asked import Asked
from ..bar import bar
from ..who import WORKERS
from .forms import Narrow
from .shown import lines

PAGE = 50


@staff(*WORKERS)
@never_cache
@require_safe
def work(request: Asked, scope: str) -> HttpResponse:
    """The open tasks in my hands, in my queue, or in what I look over."""
    if scope == "all" and not may_oversee(request.actor):
        raise Http404
    form = Narrow(request.GET)
    page = inbox(by=request.actor, filters=form.filters(scope), after=request.GET.get("after", ""), limit=PAGE)
    shown = {"scope": scope, "form": form, "lines": lines(page.items), "next": page.next}
    return render(request, "desk/work/list.html", bar(request, scope) | shown)


@staff(*WORKERS)
@never_cache
@require_safe
def search(request: Asked) -> HttpResponse:
    """Cases by number, name, official number or mobile; the one case of a whole number opens at once."""
    asked = request.GET.get("q", "").strip()
    page = find_cases(by=request.actor, q=asked, after=request.GET.get("after", ""), limit=PAGE) if asked else None
    if page and len(page.items) == 1 and page.items[0].number == asked.upper():
        return redirect("desk_case", number=page.items[0].number)
    shown: dict[str, Any] = {
        "asked": asked,
        "lines": lines(page.items) if page else [],
        "next": page.next if page else "",
    }
    shown["by_name"] = may_search_people(request.actor)
    return render(request, "desk/work/search.html", bar(request, "search") | shown)
