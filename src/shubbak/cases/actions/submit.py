"""Register a request: the citizen's first word becomes a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.queries import Published, current
from shubbak.flow import engine
from shubbak.flow.answers import check, documents_needed
from shubbak.flow.words import Text
from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.ids import case_number, tracking_code
from shubbak.kernel.refusal import Fault, Invalid, NotThere
from shubbak.payments import queries as payments
from shubbak.people.actions import register_person
from shubbak.places import queries as places
from shubbak.places.actions import take_number
from shubbak.places.queries import PlaceView
from shubbak.trail.actions import insert_rows
from shubbak.trail.together import together
from shubbak.trail.whole import whole

from .. import rules
from ..answers import Answers
from ..facts import facts_of
from ..held import Held
from ..models import Case, Task
from ..queries.addresses import nowhere
from ..queries.earlier import Completed, completed, person_with
from ..queries.money import invoice_lines
from ..queries.views import LineView
from ..states import CaseState, Channel, Duty
from .attach import Paper, attach, attach_answers
from .move import Deed, apply, kept_apart, log

CODE = "cases.code"


@dataclass(frozen=True, slots=True)
class Applicant:
    """For whom the case is: the kind of person, the number that names her, and how to reach her.

    `accept_check_digit` answers the warning that a national id's check digit is unusual.
    """

    kind: str
    number: str
    name: str
    mobile: str = ""
    accept_check_digit: bool = False


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a registration gives back. The tracking code is told here and printed on the slip, nowhere else."""

    case: Case
    tracking_code: str
    tasks: tuple[Task, ...]

    @property
    def invoice(self) -> Any:
        """The invoice to pay first, when the flow begins with one."""
        return next((t.invoice for t in self.tasks if t.invoice is not None), None)

    @property
    def lines(self) -> tuple[LineView, ...]:
        """The lines of that invoice; no statement."""
        return invoice_lines(payments.billed(self.invoice)) if self.invoice is not None else ()


@whole
def submit(
    *,
    by: Actor,
    service: str,
    unit: str,
    channel: str,
    applicant: Applicant,
    answers: Mapping[str, Any],
    documents: Sequence[Paper] = (),
) -> Submitted:
    """Register a request at a unit that offers the service, for a person who may ask for it.

    Statements: the person (1, or 3 when new), uploads; documents, act, tasks and invoice in one; number, case, trail;
    one more for the ledger.
    Raises NotThere when the actor may not register there or the unit does not offer the service; Invalid with a fault
    for each wrong answer, missing paper or wrong applicant; Refusal `check_digit` as a question about the national id.
    """
    published = current(service)
    place = places.unit(unit)
    _may(by, published, place, channel, applicant)
    facts = facts_of(place, applicant_kind=applicant.kind, submitted_on=clock.today())
    who = partial(person_with, applicant.kind, applicant.number)
    earlier = completed(published.service, answers, facts, person=who)
    clean = _checked(published, earlier, facts, documents)
    person = register_person(by=by, **asdict(applicant))
    code = tracking_code()
    case = _new(by, published, place, channel, applicant.kind, person.pk, code)
    held = Held(case, published.service, [], Answers(form=clean))
    case.answers_sealed = held.answers.sealed()
    plan = engine.start(published.service, held.facts(paid=False))
    deed = _deed(by)
    with together(kept_apart):
        attach(case, by=by, papers=documents, step="", service=published.service)
        attach_answers(case, by=by, fields=published.service.fields, answers=clean, step="")
        tasks = apply(held, plan=plan, deed=deed)
    _file(case, place)
    log(case, deed, outcome=plan.outcome)
    return Submitted(case, code, tuple(tasks))


def _file(case: Case, place: PlaceView) -> None:
    """Number the case, last of all since the counter stays locked, and write it."""
    year = clock.today().year
    case.number = case_number(place.code, year, take_number(unit=place.code, series="cases", year=year))
    with together():
        insert_rows([case])


def _deed(by: Actor) -> Deed:
    return Deed(
        by=by,
        action="submit",
        kind="submitted",
        duty=Duty.FRONT if by.kind == ActorKind.STAFF else Duty.NONE,
        events=frozenset({"submission", "file_complete"}),
    )


def _may(by: Actor, published: Published, place: PlaceView, channel: str, applicant: Applicant) -> None:
    service = published.service
    if not rules.may_register(by, place.path):
        raise NotThere("not_yours", _("You do not register for this unit. Name the unit you work in."))
    if place.kind not in service.offered_by:
        raise NotThere("not_offered", _("This unit does not offer this service."))
    faults = []
    if channel not in service.channels or channel not in Channel.values:
        faults.append(Fault("channel", "channel", _("This service is not offered through this channel.")))
    if applicant.kind not in service.applicants and "anybody" not in service.applicants:
        faults.append(Fault("applicant.kind", "applicant", _("This service is not for this kind of applicant.")))
    if faults:
        raise Invalid("request", _("The request needs mending."), faults=faults)


def _checked(
    published: Published, earlier: Completed, facts: dict[str, Any], papers: Sequence[Paper]
) -> dict[str, Any]:
    clean, found = check(published.service, earlier.answers, facts)
    faults = [*found, *earlier.faults, *nowhere(published.service.fields, clean)]
    brought = {paper.kind for paper in papers}
    for needed in documents_needed(published.service, earlier.answers, facts):
        if needed.required and needed.kind.key not in brought:
            name = needed.kind.name
            message = Text(f"هذه الورقة مطلوبة: {name.ar}.", f"Bring this paper: {name.en}.")
            faults.append(Fault(f"documents.{needed.kind.key}", "missing_document", message))
    if faults:
        raise Invalid("answers", _("Some answers or papers need mending."), faults=faults)
    return dict(clean)


def _new(
    by: Actor, published: Published, place: PlaceView, channel: str, applicant_kind: str, person_id: UUID, code: str
) -> Case:
    now = clock.now()
    return Case(
        code_sealed=keys.ring().seal_text(code, CODE),
        version_id=published.version_id,
        service_key=published.service.key,
        department=published.service.department,
        unit_id=place.code,
        path=place.path,
        governorate=place.governorate,
        beneficiary_id=person_id,
        applicant_kind=applicant_kind,
        registrar_id=by.id if by.kind == ActorKind.STAFF else None,
        channel=channel,
        state=CaseState.SUBMITTED,
        submitted_at=now,
        changed_at=now,
    )
