"""The supervisor's day: every receipt of a unit, and voiding one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shubbak.kernel import clock
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.refusal import NotThere, Refusal
from shubbak.payments import queries as payments
from shubbak.payments.actions import void_receipt
from shubbak.payments.rules import may_supervise
from shubbak.people.access import staff
from shubbak.people.queries import staff_names

from ...refusals import or_404
from ...where import SUPERVISORS, WATCHERS, actor_of, chosen_unit, units_of
from ..forms import Why
from ..told import tell


@staff(*WATCHERS)
@never_cache
@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """What a unit collected on a day, by every cashier, and the drawers."""
    actor = actor_of(request)
    unit = chosen_unit(request, *WATCHERS, code=request.GET.get("unit", ""))
    on = _day(request.GET.get("on", ""))
    told = payments.day_statement(actor, unit=unit.code, on=on)
    drawers = [one for one in payments.drawers(actor) if one.unit == unit.code]
    people = {one.collected_by for one in (*told.receipts, *told.void)} | {one.staff_id for one in drawers}
    shown = {"unit": unit, "units": units_of(request, *WATCHERS), "on": on, "told": told, "drawers": drawers}
    shown["may_void"] = may_supervise(actor, unit.code)
    return render(request, "counter/cashier/day.html", shown | {"names": staff_names(people)})


@staff(*SUPERVISORS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
def void(request: HttpRequest, receipt: UUID) -> HttpResponse:
    """Void a receipt with its reason; asked on a page of its own."""
    actor, found = actor_of(request), payments.receipt(receipt)
    if found is None or not may_supervise(actor, found.unit):
        raise Http404
    form = Why(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            void_receipt(by=actor, receipt_id=receipt, reason=form.cleaned_data["reason"])
        except NotThere:
            raise
        except Refusal as refused:
            tell(form, refused)
        else:
            messages.success(request, _("The receipt is void. Its number stays spoiled."))
            return redirect("counter_cashier:day")
    shown = {"form": form, "receipt": found}
    return render(request, "counter/cashier/void.html", shown, status=422 if form.errors else 200)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(latin_digits(text))
    except ValueError:
        return clock.today()
