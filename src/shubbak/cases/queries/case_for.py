"""A case as one reader sees it: the same number of statements whatever the case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.queries import version
from shubbak.flow.answers import typed
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel.actor import Actor
from shubbak.kernel.clock import cairo
from shubbak.kernel.refusal import NotThere
from shubbak.people.queries import person_view, staff_names, with_numbers
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

from .. import rules
from ..answers import Answers
from ..compiled import with_moves
from ..facts import facts_of
from ..held import position
from ..models import Act, Case, CaseDocument, Task
from ..states import ENDED, TaskState
from .answered import answered
from .blindness import file_names, hidden_documents, hidden_fields, is_blind
from .history import history
from .limits import dates
from .line import line
from .money import case_invoices
from .papers import case_papers
from .tasks import task_view
from .views import CaseView, DocumentView, TaskView

HIDDEN = Text("مستند محجوب", "Hidden paper")


def case_for(*, by: Actor, number: str) -> CaseView:
    """The case of that number, for `by`; NotThere when it does not exist for her. Eleven statements, always."""
    case = with_moves(rules.visible_to(by)).filter(number=number.strip().upper()).first()
    if case is None:
        raise NotThere("no_such_case", _("There is no such case."))
    return view(by, case)


def view(by: Actor, case: Case) -> CaseView:
    """The whole of one case for one reader."""
    language = get_language() or "ar"
    service = version(case.version_id)
    home = places.unit(case.unit_id)
    tasks = list(Task.objects.filter(case=case).order_by("opened_at", "id"))
    acts = list(Act.objects.filter(case=case).order_by("happened_at", "id"))
    names = staff_names(_people(case, tasks, acts))
    blind = is_blind(by, service, home=home)
    documents = _documents(case, service, blind)
    papers = {one.upload_id: one.id for one in documents if one.upload_id}
    answers = Answers.opened(case.answers_sealed)
    return CaseView(
        id=case.id,
        number=case.number,
        service=service,
        unit=home,
        state=case.state,
        channel=case.channel,
        decision=case.decision,
        decided_on=case.decided_on,
        reason=reason(case, service),
        submitted_at=case.submitted_at,
        ended_at=case.ended_at,
        **dates(case, service),
        blind=blind,
        person=None if blind else person_view(by, with_numbers().get(pk=case.beneficiary_id)),
        registrar=names.get(case.registrar_id, "") if case.registrar_id else "",
        steps=line(service, tasks, home=home, ended=case.state in ENDED),
        tasks=_open_tasks(by, case, tasks, service, names),
        answers=answered(service, answers, blind=blind, language=language, papers=papers),
        documents=documents,
        invoices=case_invoices(case.id, tasks),
        papers=() if blind else case_papers(case, service),
        history=history(acts, service, names, blind=blind),
        may_withdraw=case.state not in ENDED and rules.may_register(by, case.path),
        facts=_known(case, service, home, answers, blind),
    )


def _known(case: Case, service: ServiceDefinition, home: PlaceView, answers: Answers, blind: bool) -> dict[str, Any]:
    """What this reader may know of what conditions ask: answers not hidden from her, and what the case is."""
    hidden = hidden_fields(service) if blind else frozenset()
    given = {key: value for key, value in answers.flat().items() if key not in hidden}
    submitted_on = cairo(case.submitted_at).date()
    own = facts_of(home, applicant_kind=case.applicant_kind, submitted_on=submitted_on)
    return typed(service, {**given, **own, "decision": case.decision or None})


def _open_tasks(
    by: Actor, case: Case, tasks: list[Task], service: ServiceDefinition, names: dict[UUID, str]
) -> tuple[TaskView, ...]:
    where, language = position(case, tasks), get_language() or "ar"
    return tuple(
        task_view(by, task, service=service, position=where, names=names, language=language)
        for task in tasks
        if task.state == TaskState.OPEN
    )


def reason(case: Case, service: ServiceDefinition) -> Text | None:
    """Why the case was refused, in the words of the service."""
    found = service.reason(case.reason) if case.reason else None
    return found.text if found else None


def _people(case: Case, tasks: list[Task], acts: list[Act]) -> set[UUID]:
    ids = {case.registrar_id, *(t.assignee_id for t in tasks), *(a.by_id for a in acts)}
    return {id for id in ids if id is not None}


def _documents(case: Case, service: ServiceDefinition, blind: bool) -> tuple[DocumentView, ...]:
    names = {d.key: d.name for d in service.documents} | file_names(service)
    hidden = hidden_documents(service) if blind else frozenset()
    rows = CaseDocument.objects.filter(case=case).select_related("upload").order_by("added_at", "id")
    return tuple(_document(row, names, row.kind in hidden) for row in rows)


def _document(row: CaseDocument, names: dict[str, Text], hidden: bool) -> DocumentView:
    shown = row.upload if not hidden else None
    return DocumentView(
        id=row.id,
        kind="" if hidden else row.kind,
        name=HIDDEN if hidden else names.get(row.kind, Text(row.kind, row.kind)),
        upload_id=shown.id if shown else None,
        media_type=shown.media_type if shown else "",
        size=shown.size if shown else 0,
        seen_original=row.seen_original,
        added_at=row.added_at,
        hidden=hidden,
    )
