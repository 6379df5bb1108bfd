"""Receipt books: received from the press, handed to cashiers, their damaged leaves spoiled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from shubbak.design.formats import said
from shubbak.kernel.actor import Role
from shubbak.kernel.refusal import NotThere, Refusal
from shubbak.payments import queries as payments
from shubbak.payments.actions import assign_book, receive_book, spoil_leaf
from shubbak.payments.queries import BookView
from shubbak.people.access import staff
from shubbak.people.queries import qualified, staff_names
from shubbak.places import queries as places

from ...refusals import or_404
from ...where import SUPERVISORS, actor_of, units_of
from ..forms import Book, Handing, Why
from ..told import tell


@staff(*SUPERVISORS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
def books(request: HttpRequest) -> HttpResponse:
    """The books of her units, and receiving one."""
    actor = actor_of(request)
    units = [(unit.code, said(unit.name)) for unit in units_of(request, *SUPERVISORS)]
    form = Book(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        try:
            receive_book(by=actor, **form.cleaned_data)
        except NotThere:
            raise
        except Refusal as refused:
            tell(form, refused)
        else:
            messages.success(request, _("The book is in the safe. Hand it to a cashier."))
            return redirect("counter_cashier:books")
    found = payments.books(actor)
    names = staff_names({book.holder_id for book in found if book.holder_id})
    shown = {"form": form, "books": found, "names": names}
    return render(request, "counter/cashier/books.html", shown, status=422 if form.errors else 200)


@staff(*SUPERVISORS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
def assign(request: HttpRequest, book: UUID) -> HttpResponse:
    """Hand a book to a cashier of its unit."""
    actor, found = actor_of(request), _book(request, book)
    cashiers = staff_names(qualified(role=Role.CASHIER, path=places.unit(found.unit).path))
    form = Handing(request.POST or None, cashiers=cashiers)
    shown: dict[str, Any] = {"form": form, "book": found}
    if request.method == "POST" and form.is_valid():
        try:
            assign_book(by=actor, book_id=book, staff_id=UUID(form.cleaned_data["staff"]))
        except NotThere:
            raise
        except Refusal as refused:
            tell(form, refused)
        else:
            messages.success(request, _("The book is in the cashier's hands."))
            return redirect("counter_cashier:books")
    return render(request, "counter/cashier/assign.html", shown, status=422 if form.errors else 200)


@staff(*SUPERVISORS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
def spoil(request: HttpRequest, book: UUID) -> HttpResponse:
    """Spoil the next leaf of a book: torn, misprinted."""
    actor, found, form = actor_of(request), _book(request, book), Why(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            spoil_leaf(by=actor, book_id=book, reason=form.cleaned_data["reason"])
        except NotThere:
            raise
        except Refusal as refused:
            tell(form, refused)
        else:
            messages.success(request, _("The leaf is spoiled; its number is accounted for."))
            return redirect("counter_cashier:books")
    shown = {"form": form, "book": found}
    return render(request, "counter/cashier/spoil.html", shown, status=422 if form.errors else 200)


def _book(request: HttpRequest, book_id: UUID) -> BookView:
    found = next((book for book in payments.books(actor_of(request)) if book.id == book_id), None)
    if found is None:
        raise Http404
    return found
