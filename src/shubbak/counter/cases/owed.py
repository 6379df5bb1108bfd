"""What the citizen owes at a step, as a form that the clerk may fill for her."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import ActionView, CaseView, TaskView
from shubbak.cases.queries.form_state import form_state
from shubbak.design import forms
from shubbak.design.shapes import Choice, Question, Stop
from shubbak.kernel.refusal import Fault

from .. import asking, papers
from ..papers import Brought, PaperRow


@dataclass(frozen=True, slots=True)
class OwedForm:
    """One action of one task of the citizen's, with its questions, the papers that may be added, and its rules."""

    task: TaskView
    action: ActionView
    questions: tuple[Question, ...]
    papers: tuple[PaperRow, ...]
    faults: tuple[tuple[str, Any], ...]
    plan: str


@dataclass(frozen=True, slots=True)
class Given:
    """What was sent to one form of the page, and what was wrong with it."""

    task: UUID | None = None
    action: str = ""
    answered: forms.Given = field(default_factory=forms.Given)
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
    answered = forms.given_in(posted)
    return Given(task, action, answered, posted.get("note", "")[:4000], posted.get("reason", ""), brought)


def _form(case: CaseView, task: TaskView, action: ActionView, given: Given | None) -> OwedForm:
    mine = given is not None and (given.task, given.action) == (task.id, action.key)
    told = given if given is not None and mine else Given()
    answers = forms.begun(action.fields, told.answered.answers)
    state = form_state(action.fields, answers, case.facts)
    ids = f"f-{task.id}-{action.key}-"
    standing = replace(asking.standing(state, answers, faults=told.faults, kept=told.answered.kept), ids=ids)
    questions = forms.questions(action.fields, standing, asking.around(case.unit.code))
    if action.reasons:
        choices = tuple(Choice(key, text) for key, text in action.reasons)
        questions.append(Question("reason", _("Reason"), "choice", told.reason, choices=choices, id="at-reason"))
    label = _("What she brings or says")
    questions.append(Question("note", label, "long_text", told.note, required=False, id=f"at-note-{task.id}"))
    asked = dict.fromkeys((kind.key for kind in case.service.documents), False)
    listed = papers.rows(case.service.documents, asked, told.papers or {}, told.faults)
    labels = forms.labels_of(action.fields, answers)
    return OwedForm(
        task=task,
        action=action,
        questions=tuple(questions),
        papers=tuple(listed),
        faults=tuple(asking.summary(told.faults, labels, ids=ids)),
        plan=forms.plan(action.fields, facts=case.facts),
    )
