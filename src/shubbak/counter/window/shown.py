"""The window's page as its template reads it: person, service with its form and papers, fees and dates."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import Preview
from shubbak.catalogue.queries import offered
from shubbak.design.shapes import Choice
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import Fault
from shubbak.places.queries import departments

from ..asking import sayings, summary
from ..where import CLERK, actor_of, units_of
from .form import form_shown, opened
from .person import Standing, standing
from .sheet import Sheet

KINDS = (
    Choice("citizen", _("Egyptian (national id)")),
    Choice("foreigner", _("Foreigner (passport)")),
    Choice("organisation", _("Organisation (register or tax number)")),
)
CHANNELS = {"window": _("At the window"), "van": _("At the van"), "phone": _("By telephone")}
MANY = 12


def context(
    request: HttpRequest, sheet: Sheet, faults: Sequence[Fault] = (), *, told: bool = False, moved: bool = False
) -> dict[str, Any]:
    """Everything the page shows. `told` says that the clerk asked to register, so that what is missing is said too;
    `moved` that she asked to go on, so that the focus goes where the next thing is typed."""
    person = standing(actor_of(request), sheet)
    sheet, seen = opened(sheet)
    form = form_shown(sheet, seen, faults, told=told, first=moved and not any(sheet.answers.values())) if seen else None
    return {
        "sheet": sheet,
        "person": person,
        "kinds": KINDS,
        "unit_choices": [Choice(unit.code, unit.name) for unit in units_of(request, *CLERK)],
        **_focus(sheet, person, seen, moved),
        **found(sheet.unit, sheet.sought if seen is None else ""),
        "service": seen.service if seen else None,
        "wrong_applicant": seen is not None and not _may_apply(sheet, seen),
        "channels": _channels(seen),
        "form": form,
        "dates": seen,
        "faults": summary(faults, form.labels if form else {}),
        "wrong": {fault.at: fault.message for fault in faults},
        "draft_key": _draft_key(request),
        "sayings": sayings(),
    }


def found(unit: str, sought: str) -> dict[str, Any]:
    """The first services of the unit that answer to what is sought, and how many there are."""
    services = offered(unit=unit, q=sought)
    return {"services": services[:MANY], "services_found": len(services), "departments": departments()}


def _may_apply(sheet: Sheet, seen: Preview) -> bool:
    return bool({sheet.kind, "anybody"} & set(seen.service.applicants))


def _channels(seen: Preview | None) -> list[Choice]:
    offered_through = seen.service.channels if seen else ()
    return [Choice(key, label) for key, label in CHANNELS.items() if key in offered_through]


def _focus(sheet: Sheet, person: Standing, seen: Preview | None, moved: bool) -> dict[str, Any]:
    """The attributes of the controls that may take the focus, of which one does when the clerk asked to go on."""
    place = "" if not moved else _next(sheet, person, seen)
    taking = {"autofocus": ""}
    legend = {"data-legend": _("Person"), "autocomplete": "off", "spellcheck": "false"}
    seek = {
        "hx-get": reverse("counter:services"),
        "hx-trigger": "input changed delay:150ms",
        "hx-target": "#services",
        "hx-select": "unset",
        "hx-swap": "innerHTML",
        "hx-include": "[name=unit]",
        "hx-sync": "this:replace",
        "autocomplete": "off",
        "data-legend": _("Service"),
    }
    return {
        "number_attributes": legend | (taking if place == "number" else {}),
        "name_attributes": {"autocomplete": "off"} | (taking if place == "name" else {}),
        "sought_attributes": seek | (taking if place == "sought" else {}),
    }


def _next(sheet: Sheet, person: Standing, seen: Preview | None) -> str:
    if person.is_new and not sheet.name:
        return "name"
    if person.found is None and not person.is_new:
        return "number"
    if seen is None:
        return "sought"
    return "form"


def _draft_key(request: HttpRequest) -> str:
    """The secret under which this browser keeps the draft of this clerk; only she is ever told it."""
    return base64.b64encode(ring().digest(str(actor_of(request).id), "counter.draft").value).decode()
