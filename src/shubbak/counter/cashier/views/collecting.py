"""Unpaid invoices, and collecting one."""

from __future__ import annotations

import json
from hashlib import sha256
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shubbak.cases.actions import show_receipt, take_payment
from shubbak.cases.queries import CaseView, InvoiceView, case_for, unpaid
from shubbak.documents.queries import paper_pdf
from shubbak.kernel import clock
from shubbak.kernel.actor import Role
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import NotThere, Refusal
from shubbak.payments import queries as payments
from shubbak.people.access import staff
from shubbak.trail.actions import Answer, once

from ...refusals import or_404
from ...sought import sought
from ...where import actor_of
from ..forms import Collection
from ..told import tell


@staff(Role.CASHIER)
@never_cache
@require_safe
def collecting(request: HttpRequest) -> HttpResponse:
    """Who waits to pay, found by number, slip or person; and whether the drawer and a book are ready."""
    actor, q = actor_of(request), request.GET.get("q", "")
    drawer = payments.open_drawer(staff_id=actor.id)
    leaf = payments.next_leaf(staff_id=actor.id, unit=drawer.unit) if drawer else None
    rows = unpaid(by=actor, q=sought(q))
    return render(request, "counter/cashier/collecting.html", {"q": q, "rows": rows, "drawer": drawer, "leaf": leaf})


@staff(Role.CASHIER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
def collect(request: HttpRequest, number: str, task: UUID) -> HttpResponse:
    """One invoice: its lines, the lawful means, the next printed number; a post collects the whole of it, once."""
    actor = actor_of(request)
    case = case_for(by=actor, number=number)
    invoice = _owed(case, task)
    lawful = payments.lawful_means(invoice.total, clock.today())
    leaf = payments.next_leaf(staff_id=actor.id, unit=case.unit.code)
    shown = {"case": case, "invoice": invoice, "leaf": leaf, "lawful": lawful}
    shown["drawer"] = payments.open_drawer(staff_id=actor.id, unit=case.unit.code)
    if request.method != "POST":
        first = {"key": uuid7(), "means": lawful[0].value, "printed_number": leaf.printed_number if leaf else ""}
        return render(
            request, "counter/cashier/collect.html", shown | {"form": Collection(initial=first, lawful=lawful)}
        )
    form = Collection(request.POST, lawful=lawful)
    if form.is_valid():
        try:
            return redirect(
                "counter_cashier:taken", number=case.number, receipt=_collected(request, case, invoice, form)
            )
        except NotThere:
            raise
        except Refusal as refused:
            tell(form, refused)
    return render(request, "counter/cashier/collect.html", shown | {"form": form}, status=422)


@staff(Role.CASHIER)
@never_cache
@require_safe
@or_404
def taken(request: HttpRequest, number: str, receipt: UUID) -> HttpResponse:
    """What was collected, and the receipt to print."""
    case = case_for(by=actor_of(request), number=number)
    invoice = next((one for one in case.invoices if one.receipt_id == receipt), None)
    if invoice is None:
        raise Http404
    shown = {"case": case, "invoice": invoice, "receipt": payments.receipt(receipt)}
    return render(request, "counter/cashier/taken.html", shown)


@staff(Role.CASHIER)
@never_cache
@require_safe
@or_404
def printed(request: HttpRequest, number: str, receipt: UUID) -> HttpResponse:
    """The receipt as PDF."""
    actor = actor_of(request)
    case = case_for(by=actor, number=number)
    paper = show_receipt(by=actor, case_id=case.id, receipt_id=receipt)
    return HttpResponse(
        paper_pdf(paper),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="receipt-{paper.number}.pdf"'},
    )


def _owed(case: CaseView, task: UUID) -> InvoiceView:
    found = next((one for one in case.invoices if one.task_id == task), None)
    if found is None:
        raise Http404
    return found


def _collected(request: HttpRequest, case: CaseView, invoice: InvoiceView, form: Collection) -> str:
    """The receipt's key. The form's key is used up by it: sent again, it names the same receipt."""
    actor, given = actor_of(request), form.cleaned_data

    def act() -> Answer:
        receipt = take_payment(
            by=actor,
            case_id=case.id,
            task_id=invoice.task_id,
            means=given["means"],
            amount=invoice.total,
            printed_number=given["printed_number"],
            reference=given["reference"],
        )
        return Answer(201, json.dumps({"receipt": str(receipt.id)}).encode())

    key = f"counter.collect:{given['key']}"
    answer = once(by=actor, key=key, fingerprint=sha256(str(invoice.id).encode()).digest(), act=act)
    return str(json.loads(answer.body)["receipt"])
