"""What the citizen owes at a step, as a form that the clerk may fill for her."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import ActionView, CaseView, TaskView
from shubbak.design.shapes import Choice, Question, Stop
from shubbak.kernel.refusal import Fault

from .. import asking, papers
from ..papers import Brought, PaperRow


@dataclass(frozen=True, slots=True)
class OwedForm:
    """One action of one task of the citizen's, with its questions and the papers that may be added."""

    task: TaskView
    action: ActionView
    questions: tuple[Question, ...]
    papers: tuple[PaperRow, ...]
    faults: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What was sent to one form of the page, and what was wrong with it."""

    task: UUID | None = None
    action: str = ""
    posted: Mapping[str, Any] | None = None
    note: str = ""
    reason: str = ""
    papers: Mapping[str, Brought] | None = None
    faults: Sequence[Fault] = ()


def owed(case: CaseView, given: Given | None = None) -> list[OwedForm]:
    """The forms of every open task of the citizen's that this reader may do."""
    return [
        _form(case, task, action, given)
        for task in case.tasks
        if task.kind == "citizen"
        for action in task.actions
        if action.kind != "withdraw"
    ]


def stops(case: CaseView) -> list[Stop]:
    """The line of the case as the component draws it."""
    return [
        Stop(step.name, step.status, by=step.by, at=step.at, due=step.due_on, waiting=step.kind == "citizen")
        for step in case.steps
    ]


def given_in(posted: QueryDict, task: UUID, action: str, brought: Mapping[str, Brought]) -> Given:
    """What was posted to a form."""
    return Given(
        task, action, asking.answers_in(posted), posted.get("note", "")[:4000], posted.get("reason", ""), brought
    )


def _form(case: CaseView, task: TaskView, action: ActionView, given: Given | None) -> OwedForm:
    labels = asking.labels_of(action.fields)
    mine = given is not None and (given.task, given.action) == (task.id, action.key)
    told = given if given is not None and mine else Given()
    questions = [asking.question(field, told.posted or {}, told.faults) for field in action.fields]
    if action.reasons:
        choices = tuple(Choice(key, text) for key, text in action.reasons)
        questions.append(Question("reason", _("Reason"), "choice", told.reason, choices=choices, id="at-reason"))
    label = _("What she brings or says")
    questions.append(Question("note", label, "long_text", told.note, required=False, id=f"at-note-{task.id}"))
    listed = papers.rows([(kind, False) for kind in case.service.documents], told.papers or {}, told.faults)
    return OwedForm(task, action, tuple(questions), tuple(listed), tuple(asking.summary(told.faults, labels)))
