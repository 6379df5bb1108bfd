"""The drawer: opened, counted, closed, and its statement."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shubbak.design.formats import said
from shubbak.kernel.actor import Role
from shubbak.kernel.refusal import Refusal
from shubbak.payments import queries as payments
from shubbak.payments.actions import close_drawer, open_drawer
from shubbak.payments.queries import DrawerView
from shubbak.people.access import staff
from shubbak.people.queries import staff_names

from ...where import CASHIER, WATCHERS, actor_of, units_of
from ..forms import Closing, Opening
from ..told import tell


@staff(Role.CASHIER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def drawer(request: HttpRequest) -> HttpResponse:
    """The cashier's own drawer: to open when none is open, to count and close when one is."""
    found = payments.open_drawer(staff_id=actor_of(request).id)
    return _closing(request, found) if found else _opening(request)


@staff(*CASHIER, *WATCHERS)
@never_cache
@require_safe
def statement(request: HttpRequest, drawer: UUID) -> HttpResponse:
    """The statement of one shift: numbers from and to, by means, by settlement code, void leaves, the count."""
    actor = actor_of(request)
    found = payments.drawer(actor, drawer)
    if found is None:
        raise Http404
    shown = {"drawer": found, "told": payments.drawer_statement(actor, drawer)}
    shown["cashier"] = staff_names([found.staff_id]).get(found.staff_id, "")
    return render(request, "counter/cashier/statement.html", shown)


def _opening(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    units = [(unit.code, said(unit.name)) for unit in units_of(request, Role.CASHIER)]
    form = Opening(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        try:
            open_drawer(by=actor, unit=form.cleaned_data["unit"], count=form.counted())
        except Refusal as refused:
            tell(form, refused)
        else:
            messages.success(request, _("The drawer is open."))
            return redirect("counter_cashier:collecting")
    earlier = payments.drawers(actor, staff_id=actor.id, limit=10)
    status = 422 if form.errors else 200
    return render(request, "counter/cashier/open.html", {"form": form, "earlier": earlier}, status=status)


def _closing(request: HttpRequest, found: DrawerView) -> HttpResponse:
    actor = actor_of(request)
    form = Closing(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_drawer(by=actor, drawer_id=found.id, count=form.counted(), reason=form.cleaned_data["reason"])
        except Refusal as refused:
            tell(form, refused)
        else:
            messages.success(request, _("The drawer is closed."))
            return redirect("counter_cashier:statement", drawer=found.id)
    shown = {"form": form, "drawer": found, "told": payments.drawer_statement(actor, found.id)}
    return render(request, "counter/cashier/close.html", shown, status=422 if form.errors else 200)
