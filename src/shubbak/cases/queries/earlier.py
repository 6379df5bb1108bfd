"""Earlier cases and papers that a form names: the applicant's own, in force, and what they bring along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import gettext as _

from shubbak.catalogue.queries import version
from shubbak.design.formats import day_text
from shubbak.flow.answers import EarlierNamed, brought, check_fields, earlier_fields
from shubbak.flow.answers.rows import given_rows
from shubbak.flow.answers.values import is_unanswered
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.kernel.refusal import Fault, Refusal
from shubbak.people import identifiers
from shubbak.people.queries import person_by_number
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

from ..answers import Answers
from ..models import Case, CasePaper
from .papers import NAMES

_GONE = frozenset({"rejected", "withdrawn", "lapsed"})


@dataclass(frozen=True, slots=True)
class EarlierView:
    """One of the applicant's own earlier cases or papers: whose, what, where, until when. `refused` says why it will
    not do for the question that names it; `brings` are its answers for the form's, as far as they fit there."""

    number: str
    service: Text
    paper: Text | None
    holder: str
    unit: PlaceView
    on: date
    valid_until: date | None
    refused: Fault | None
    brings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Completed:
    """A form's answers with what earlier cases brought to those left empty, what was found by question, and faults."""

    answers: dict[str, Any]
    found: Mapping[str, EarlierView]
    faults: tuple[Fault, ...]


def completed(
    service: ServiceDefinition,
    answers: Mapping[str, Any],
    facts: Mapping[str, Any],
    *,
    person: Callable[[], UUID | None],
) -> Completed:
    """Look up the earlier cases and papers that the answers name, among those of a person; what was typed stays.

    Without an answer of this kind nothing is asked, not even who the person is; with some, two statements, and as many
    again when what was brought calls for another.
    """
    given, found, faults = dict(answers), dict[str, EarlierView](), list[Fault]()
    if all(field.kind != "earlier" for field in service.fields):
        return Completed(given, found, ())
    while named := [one for one in earlier_fields(service, given, facts) if one.field.key not in found]:
        for one, view in _found(named, person(), service.fields, facts):
            found[one.field.key] = view
            left = {field.key for field in service.fields if _left_empty(field, given.get(field.key))}
            given.update((key, value) for key, value in view.brings.items() if key in left)
            faults += [view.refused] if view.refused else []
    return Completed(given, found, tuple(faults))


def _left_empty(field: Field, value: Any) -> bool:
    """Whether nothing was answered: blank rows and an address without a street are nothing."""
    return given_rows(value) == [] if field.kind == "group" else is_unanswered(field, value)


def person_with(kind: str, number: str) -> UUID | None:
    """The key of the person of that kind and number, if there is one; a statement when the number can be one."""
    try:
        known = identifiers.parse(kind, number)
    except Refusal:
        return None
    found = person_by_number(kind=known.kind, number=known.number)
    return found.pk if found else None


def _found(
    named: Sequence[EarlierNamed], person: UUID | None, fields: Sequence[Field], facts: Mapping[str, Any]
) -> Iterable[tuple[EarlierNamed, EarlierView]]:
    cases = _cases(person, {one.number for one in named}) if person else []
    for one in named:
        case, paper = _match(cases, one.number)
        yield one, _view(one, case, paper, fields, facts) if case else _nothing(one)


def _cases(person: UUID, numbers: set[str]) -> list[Case]:
    """Her cases of these numbers, or with a paper of one of them, each with the papers that it issued."""
    issued = CasePaper.objects.exclude(key__in=NAMES)
    naming = issued.filter(case=OuterRef("pk"), paper__number__in=numbers)
    own = Case.objects.filter(Q(number__in=numbers) | Exists(naming), beneficiary_id=person)
    papers = Prefetch("papers", issued.select_related("paper").order_by("paper__issued_at", "id"))
    return list(own.select_related("beneficiary").prefetch_related(papers))


def _match(cases: Iterable[Case], number: str) -> tuple[Case | None, CasePaper | None]:
    """The case of that number with the last paper it issued, or the one whose paper has it."""
    for case in cases:
        papers = list(case.papers.all())
        if case.number == number:
            return case, papers[-1] if papers else None
        for paper in papers:
            if paper.paper.number == number:
                return case, paper
    return None, None


def _view(
    named: EarlierNamed, case: Case, paper: CasePaper | None, fields: Sequence[Field], facts: Mapping[str, Any]
) -> EarlierView:
    service = version(case.version_id)
    refused = _refused(named, case, paper, service)
    theirs = Answers.opened(case.answers_sealed).form if refused is None else {}
    return EarlierView(
        number=named.number,
        service=service.name,
        paper=service.output.name if paper is not None and service.output else None,
        holder=case.beneficiary.name,
        unit=places.unit(case.unit_id),
        on=clock.cairo(paper.paper.issued_at if paper else case.submitted_at).date(),
        valid_until=paper.paper.valid_until if paper else None,
        refused=refused,
        brings=_fitting(brought(named, theirs), fields, facts),
    )


def _nothing(named: EarlierNamed) -> EarlierView:
    """Not there and not hers are answered alike: nobody learns whose a number is."""
    said = _("There is no such number among the applicant's own cases and papers. Read it again from the paper.")
    nowhere = PlaceView("", "", "", "", "", "", None)
    fault = Fault(named.at, "earlier_unknown", said)
    return EarlierView(named.number, Text("", ""), None, "", nowhere, clock.today(), None, fault, {})


def _refused(named: EarlierNamed, case: Case, paper: CasePaper | None, service: ServiceDefinition) -> Fault | None:
    if named.field.of and case.service_key not in named.field.of:
        said = _("This number is of another service. Give the number of a licence or case that is asked for here.")
        return Fault(named.at, "earlier_service", said)
    why = _not_in_force(case, paper, service) if named.field.in_force else ""
    return Fault(named.at, "earlier_not_in_force", why) if why else None


def _not_in_force(case: Case, paper: CasePaper | None, service: ServiceDefinition) -> str:
    """Why it is not in force, in words; empty when it is. A service without a paper counts by how its case ended."""
    if paper is None:
        ended_well = case.state not in _GONE and service.output is None
        return "" if ended_well else _("Nothing in force came of this case.")
    until = paper.paper.valid_until
    if paper.paper.status == "revoked":
        return _("This paper was revoked.")
    if paper.paper.status == "suspended":
        return _("This paper is suspended.")
    if until is not None and until < clock.today():
        return _("This paper ran out on %(day)s.") % {"day": day_text(until)}
    return ""


def _fitting(brings: Mapping[str, Any], fields: Sequence[Field], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Of what is brought, the answers that fit this form's questions; files stay with the case that took them."""
    asked = {field.key: replace(field, when=None) for field in fields if not _holds_files(field)}
    return {
        key: clean[key]
        for key, value in brings.items()
        if key in asked and (clean := _clean(asked[key], value, facts)).get(key) is not None
    }


def _clean(field: Field, value: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    clean, faults = check_fields([field], {field.key: value}, facts)
    return {} if faults else clean


def _holds_files(field: Field) -> bool:
    return field.kind in ("file", "computed") or any(map(_holds_files, field.fields))
