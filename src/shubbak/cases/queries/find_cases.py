"""Cases found again at the window, the cashier's and over the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from shubbak.catalogue.queries import learn_versions, version
from shubbak.flow.words import Text
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.ids import is_case_number
from shubbak.kernel.money import Money
from shubbak.payments import queries as payments
from shubbak.people.queries import search_people
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView
from shubbak.trail.statements import kept_cursor

from .. import rules
from ..models import Case
from ..states import CaseState
from .blindness import blind_services, is_blind

NEWEST = ("-submitted_at", "-id")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in a list."""

    id: UUID
    number: str
    service_key: str
    service: Text
    person: str
    unit: PlaceView
    state: str
    submitted_at: datetime
    promised_on: date | None
    law_due_on: date | None


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of cases, newest first; `next` asks for the page after it."""

    items: tuple[CaseRow, ...]
    next: str


@dataclass(frozen=True, slots=True)
class UnpaidRow:
    """A case that waits for money: what, how much, and for which task."""

    case: CaseRow
    task_id: UUID
    invoice_id: UUID
    step: Text
    total: Money


def find_cases(*, by: Actor, q: str = "", state: str = "", after: str = "", limit: int = 50) -> CasePage:
    """Visible cases by number, or by the applicant's name, id or mobile; newest first."""
    text, place = latin_digits(q).strip(), _place(after)
    if text:
        rows = _part(_searched(by, rules.visible_to(by), text), state, place)
    else:
        home, came = (_part(rows, state, place).values("pk")[: limit + 1] for rows in rules.visible_parts(by))
        rows = Case.objects.filter(pk__in=home.union(came)).order_by(*NEWEST)
    cases = list(rows.select_related("beneficiary")[: limit + 1])
    learn_versions(case.version_id for case in cases)
    last = cases[limit - 1] if len(cases) > limit else None
    following = f"{last.submitted_at.isoformat()}_{last.id}" if last else ""
    return CasePage(tuple(case_row(by, case) for case in cases[:limit]), following)


def _part(rows: QuerySet[Case], state: str, place: tuple[datetime, UUID] | None) -> QuerySet[Case]:
    """Rows in the given state, in order, from after the given place."""
    if state in CaseState.values:
        rows = rows.filter(state=state)
    if place:
        moment, id = place
        rows = rows.filter(Q(submitted_at__lt=moment) | Q(submitted_at=moment, id__lt=id))
    return rows.order_by(*NEWEST)


def case_key(number: str) -> UUID | None:
    """The key under which the case of that number is kept, whoever asks: what may be done with it is for the act to
    say. One plain statement."""
    with kept_cursor() as cursor:
        cursor.execute("SELECT id FROM cases_case WHERE number = %s", [number])
        row = cursor.fetchone()
    return row[0] if row else None


def unpaid(*, by: Actor, q: str = "", limit: int = 50) -> list[UnpaidRow]:
    """Cases within the cashier's places that wait for payment, longest waiting first."""
    cases = _searched(by, rules.visible_to(by), latin_digits(q).strip())
    tasks = list(
        rules.tasks_to_collect(by)
        .filter(invoice__isnull=False, case__in=cases)
        .select_related("case__beneficiary")
        .order_by("opened_at", "id")[:limit]
    )
    learn_versions(task.case.version_id for task in tasks)
    payable = [(t, t.invoice_id) for t in tasks if t.invoice_id is not None]
    totals = {i.id: i.total for i in payments.invoices(ids=[invoice for _, invoice in payable])}
    return [
        UnpaidRow(
            case=case_row(by, task.case),
            task_id=task.id,
            invoice_id=invoice,
            step=version(task.case.version_id).flow.steps[task.step].name,
            total=totals[invoice],
        )
        for task, invoice in payable
    ]


def _place(after: str) -> tuple[datetime, UUID] | None:
    """Where the page before ended; None for the first page and for anything that no page of ours gave."""
    moment, _, id = after.partition("_")
    try:
        at, key = datetime.fromisoformat(moment), UUID(id)
        return (at.astimezone(UTC), key) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _searched(by: Actor, rows: QuerySet[Case], text: str) -> QuerySet[Case]:
    if not text:
        return rows
    parts = text.upper().split("-")
    for number in (text.upper(), "-".join(parts[:4])):
        if is_case_number(number):
            return rows.filter(number=number)
    if len(parts) > 1 and parts[0].isalnum() and parts[1].isdigit():
        return rows.filter(number__startswith=text.upper())
    people = [person.id for person in search_people(by=by, text=text, limit=50)]
    return rows.filter(beneficiary__in=people).exclude(service_key__in=blind_services(by))


def case_row(by: Actor, case: Case) -> CaseRow:
    """One case as a line of a list."""
    service, home = version(case.version_id), places.unit(case.unit_id)
    return CaseRow(
        id=case.id,
        number=case.number,
        service_key=service.key,
        service=service.name,
        person="" if is_blind(by, service, home=home) else case.beneficiary.name,
        unit=home,
        state=case.state,
        submitted_at=case.submitted_at,
        promised_on=case.promised_on,
        law_due_on=case.law_due_on,
    )
