"""What the printed papers say of a case: plain values, both languages, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM
from shubbak.people.queries import PersonView, person_view, with_numbers
from shubbak.places import queries as places

from ..answers import Answers
from ..models import Case
from ..queries.answered import answered
from ..queries.blindness import hidden_fields
from ..queries.views import LineView

HOTLINE = "16528"


def both(text: Text | None) -> dict[str, str]:
    """A pair of texts as a template reads it."""
    return {"ar": text.ar, "en": text.en} if text else {"ar": "", "en": ""}


def day(value: date | None) -> str:
    """A day as ISO text; templates write it in words."""
    return value.isoformat() if value else ""


def holder(case: Case) -> PersonView:
    """The beneficiary as papers show her: the name whole, the numbers masked."""
    return person_view(SYSTEM, with_numbers().get(pk=case.beneficiary_id))


def case_facts(case: Case, service: ServiceDefinition) -> dict[str, Any]:
    """What every paper of a case says: number, service, law, place, person, moment."""
    unit = places.unit(case.unit_id)
    seat = places.unit(case.governorate)
    person = holder(case)
    return {
        "number": case.number,
        "service": both(service.name),
        "law": both(service.law.title),
        "law_article": service.law.article,
        "unit": unit.name,
        "governorate": seat.name,
        "person": {"name": person.name, "kind": person.kind, "number": person.number_masked},
        "submitted_at": clock.cairo(case.submitted_at).isoformat(timespec="minutes"),
        "promised_on": day(case.promised_on),
        "law_due_on": day(case.law_due_on),
        "hotline": HOTLINE,
        "public_url": settings.SHUBBAK_PUBLIC_URL,
    }


def bill(lines: Iterable[LineView]) -> list[dict[str, Any]]:
    """The lines of an invoice: each with how it came about, what that rests on and where it goes."""
    return [
        {
            "label": both(line.label),
            "rule": both(line.rule),
            "amount": str(line.amount),
            "settlement": line.settlement_code,
            "source": line.source,
        }
        for line in lines
    ]


def shown_answers(service: ServiceDefinition, answers: Answers) -> list[dict[str, Any]]:
    """The answers a permit prints: every question that does not identify or concern the person herself."""
    private = hidden_fields(service) | {f.key for f in service.fields if f.personal}
    arabic = answered(service, Answers(form=answers.form), blind=False, language="ar")
    english = answered(service, Answers(form=answers.form), blind=False, language="en")
    return [
        {
            "label": both(ar.label),
            "value": {"ar": ar.shown, "en": en.shown},
            "unit": both(ar.unit),
        }
        for ar, en in zip(arabic, english, strict=True)
        if ar.key not in private and ar.shown
    ]
