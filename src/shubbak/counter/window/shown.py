"""The window's page as its template reads it: person, service with its form and papers, fees and dates."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import Preview, preview
from shubbak.catalogue.queries import offered
from shubbak.design.shapes import Choice
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import Fault, NotThere

from .. import asking, papers
from ..where import CLERK, actor_of, units_of
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
    seen = _preview(sheet)
    wrong = [*faults, *_unfit(sheet, seen)] if seen and not told else list(faults)
    return {
        "sheet": sheet,
        "person": person,
        "kinds": KINDS,
        "unit_choices": [Choice(unit.code, unit.name) for unit in units_of(request, *CLERK)],
        **_focus(sheet, person, seen, moved),
        "services": [] if seen else offered(unit=sheet.unit, q=sheet.sought)[:MANY],
        "service": seen.service if seen else None,
        "wrong_applicant": bool(seen) and not _may_apply(sheet, seen),
        "channels": _channels(seen),
        "groups": asking.groups(seen.fields, sheet.answers, wrong, first=moved and not sheet.answers) if seen else (),
        "papers": _papers(sheet, seen, wrong),
        "fees": _fees(seen),
        "dates": seen,
        "faults": asking.summary(faults, _labels(seen)),
        "wrong": {fault.at: fault.message for fault in faults},
        "draft_key": _draft_key(request),
    }


def _preview(sheet: Sheet) -> Preview | None:
    if not sheet.service:
        return None
    try:
        return preview(service=sheet.service, unit=sheet.unit, answers=sheet.answers, applicant_kind=sheet.kind)
    except NotThere:
        return None


def _unfit(sheet: Sheet, seen: Preview) -> Iterable[Fault]:
    """What is wrong with what was typed; what is merely missing is not said until the clerk registers."""
    return [fault for fault in seen.faults if fault.code not in ("required", "unknown")]


def _may_apply(sheet: Sheet, seen: Preview | None) -> bool:
    return seen is None or bool({sheet.kind, "anybody"} & set(seen.service.applicants))


def _channels(seen: Preview | None) -> list[Choice]:
    offered_through = seen.service.channels if seen else ()
    return [Choice(key, label) for key, label in CHANNELS.items() if key in offered_through]


def _papers(sheet: Sheet, seen: Preview | None, faults: Iterable[Fault]) -> list[papers.PaperRow]:
    needed = seen.documents if seen else ()
    return papers.rows([(paper.kind, paper.required) for paper in needed], sheet.papers, faults)


def _labels(seen: Preview | None) -> dict[str, Any]:
    if seen is None:
        return {}
    of_papers = {f"documents.{paper.kind.key}": paper.kind.name for paper in seen.documents}
    return asking.labels_of(seen.fields) | of_papers


def _fees(seen: Preview | None) -> dict[str, Any]:
    """The fees of each payment step with its name, and whether the form tells enough for them to stay as they are."""
    if seen is None:
        return {"steps": (), "complete": False}
    return {
        "steps": [(fee, seen.service.flow.steps[fee.step].name) for fee in seen.fees],
        "complete": not any(fault.code == "required" for fault in seen.faults),
    }


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
