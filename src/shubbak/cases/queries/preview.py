"""What a request would ask and cost, before it is made: for the form being filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shubbak.catalogue.queries import current
from shubbak.flow.answers import DocumentNeeded, documents_needed
from shubbak.flow.definition import Field, Limit, ServiceDefinition
from shubbak.flow.fees import FeeLineDue, estimate
from shubbak.flow.limits import due
from shubbak.kernel import clock
from shubbak.kernel.money import Money, total
from shubbak.kernel.refusal import Fault
from shubbak.places import queries as places

from ..facts import facts_of
from .form_state import FormState, form_state


@dataclass(frozen=True, slots=True)
class FeePreview:
    """What one payment step will ask; `whole` says that every line could be worked out from the answers so far."""

    step: str
    key: str
    lines: tuple[FeeLineDue, ...]
    total: Money
    whole: bool
    at_start: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """How the form stands, the fields that apply, the papers asked, the fees, and both dates as if the request were
    made now; `facts` are what conditions know besides the answers."""

    service: ServiceDefinition
    facts: Mapping[str, Any]
    form: FormState
    fields: tuple[Field, ...]
    documents: tuple[DocumentNeeded, ...]
    fees: tuple[FeePreview, ...]
    promise: Limit | None
    promised_on: date | None
    law: Limit | None
    law_due_on: date | None
    faults: tuple[Fault, ...]


def preview(*, service: str, unit: str, answers: Mapping[str, Any], applicant_kind: str) -> Preview:
    """No statement beyond the catalogue's: everything is worked out from the published definition."""
    definition = current(service).service
    facts = facts_of(places.unit(unit), applicant_kind=applicant_kind, submitted_on=clock.today())
    form = form_state(definition.fields, answers, facts)
    promise, promised_on = _first_limit(definition, "promise")
    law, law_due_on = _first_limit(definition, "law")
    return Preview(
        service=definition,
        facts=facts,
        form=form,
        fields=tuple(field for field in definition.fields if field.key in form.visible),
        documents=documents_needed(definition, answers, facts),
        fees=fee_previews(definition, {**facts, **form.clean}),
        promise=promise,
        promised_on=promised_on,
        law=law,
        law_due_on=law_due_on,
        faults=form.faults,
    )


def fee_previews(definition: ServiceDefinition, facts: Mapping[str, Any]) -> tuple[FeePreview, ...]:
    """Each payment step's fees as far as the answers tell, in the order of the flow."""
    previews = []
    for step in definition.flow.steps.values():
        if step.kind != "payment" or not step.fee_set:
            continue
        lines, whole = estimate(definition, step.fee_set, facts)
        amount = total([line.amount for line in lines])
        start = step.key == definition.flow.start
        previews.append(FeePreview(step.key, step.fee_set, lines, amount, whole, start))
    return tuple(previews)


def _first_limit(definition: ServiceDefinition, kind: str) -> tuple[Limit | None, date | None]:
    """The limit of a kind that would start with the request, and its last day; else the first that starts later."""
    of_kind = [limit for limit in definition.limits if limit.kind == kind]
    now = [limit for limit in of_kind if limit.starts in ("submission", "file_complete")]
    if now:
        return now[0], due(now[0], started=clock.today(), calendar=places.calendar())
    return (of_kind[0], None) if of_kind else (None, None)
