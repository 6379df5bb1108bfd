"""The window: every answer of the server is the whole page, of which a script takes the parts that changed."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shubbak.cases.actions import show_slip
from shubbak.cases.queries import case_for, local_units
from shubbak.catalogue.queries import offered
from shubbak.design.forms import FETCH
from shubbak.documents.queries import paper_facts
from shubbak.kernel.actor import Role
from shubbak.kernel.refusal import Fault, Refusal
from shubbak.people.access import staff

from ..papers import take_answers, take_files
from ..refusals import or_404
from ..where import actor_of, chosen_unit
from . import person, sheet
from .form import fetched
from .registering import mended, register
from .shown import context, found

PAGE = "counter/window/window.html"


@staff(Role.CLERK)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def window(request: HttpRequest) -> HttpResponse:
    """The page. A post is the page as typed so far: looked at again, or (`do=register`) registered."""
    unit = chosen_unit(request, Role.CLERK, code=request.POST.get("unit", "")).code
    if request.method != "POST":
        return render(request, PAGE, context(request, sheet.blank(unit)))
    typed, faults = _typed(request, unit)
    if request.POST.get("do") != "register" or faults:
        moved = not {"do", "person", "choose"}.isdisjoint(request.POST)
        return render(request, PAGE, context(request, typed, faults, moved=moved), status=422 if faults else 200)
    try:
        return _go(request, register(actor_of(request), typed))
    except Refusal as refused:
        fresh = replace(typed, key=sheet.blank(unit).key) if refused.code == "key_reused" else typed
        return render(request, PAGE, context(request, fresh, mended(refused), told=True), status=422)


@staff(Role.CLERK)
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """The services whose words hold what was typed so far."""
    unit = chosen_unit(request, Role.CLERK, code=request.GET.get("unit", "")).code
    return render(request, "counter/window/services.html", found(unit, request.GET.get("sought", "")[:100]))


@staff(Role.CLERK)
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The local units of the governorate that an address names, as the options of a list."""
    governorate = next((request.GET.get(name, "") for name in request.GET), "")
    return render(request, "design/field/options.html", {"choices": local_units(governorate)})


@staff(Role.CLERK)
@never_cache
@require_safe
@or_404
def done(request: HttpRequest, number: str) -> HttpResponse:
    """What was registered: the number, the code, the slip, and what comes next."""
    actor = actor_of(request)
    case = case_for(by=actor, number=number)
    slip = show_slip(by=actor, case_id=case.id)
    shown = {"case": case, "slip": slip, "code": paper_facts(slip)["code"]}
    return render(request, "counter/window/done.html", shown)


def _typed(request: HttpRequest, unit: str) -> tuple[sheet.Sheet, list[Fault]]:
    """The sheet as posted, with the files, the person, the service and the earlier cases that were asked for."""
    actor, typed = actor_of(request), sheet.read(request.POST, unit)
    brought, faults = take_files(actor, typed.papers, request.FILES)
    typed = replace(typed, papers=brought, given=take_answers(actor, typed.given, request.FILES))
    if picked := request.POST.get("person"):
        typed = person.chosen(actor, typed, picked)
    if request.POST.get("do") == "find" and typed.sought and not typed.service:
        typed = replace(typed, service=_first(typed), sought="")
    return fetched(typed) if FETCH in request.POST else typed, [*faults, *typed.given.faults]


def _first(typed: sheet.Sheet) -> str:
    nearest = offered(unit=typed.unit, q=typed.sought)
    return nearest[0].service.key if nearest else ""


def _go(request: HttpRequest, number: str) -> HttpResponse:
    target = reverse("counter:done", kwargs={"number": number})
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": target})
    return redirect(target)
