"""What an action asks, as questions of a form, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, BinaryIO, cast

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import ActionView, CaseView, surroundings
from shubbak.cases.queries.earlier import Completed, completed
from shubbak.cases.queries.form_state import form_state
from shubbak.cases.queries.in_words import worked_out
from shubbak.design import forms
from shubbak.design.formats import language
from shubbak.design.forms import FETCH, Given, Standing
from shubbak.design.shapes import Choice, Question
from shubbak.documents.actions import receive_upload
from shubbak.flow.answers import sayings
from shubbak.kernel.refusal import Fault

from ..asked import Asked

LONGEST_NOTE = 4000


@dataclass(frozen=True, slots=True)
class Form:
    """The form of an action: its questions, and the rules and words the page itself needs."""

    questions: tuple[Question, ...]
    plan: str
    sayings: str


def given(request: Asked) -> Given:
    """What was sent with the form, its files taken in; the action cleans and judges it."""
    files = ((name, file) for name, file in request.FILES.items())
    return forms.with_files(
        forms.given_in(request.POST),
        files,
        lambda file: receive_upload(by=request.actor, name=file.name or "", content=cast(BinaryIO, file)),
    )


def form(case: CaseView, action: ActionView, sent: QueryDict, filled: Given, faults: Sequence[Fault] = ()) -> Form:
    """The whole form of an action: its fields, the reason when there is a list, and a note."""
    earlier = _looked_up(case, action, filled)
    answers = forms.begun(action.fields, earlier.answers if FETCH in sent else filled.answers)
    state = form_state(action.fields, answers, case.facts)
    standing = Standing(
        answers=answers,
        visible=state.visible,
        required=state.required,
        computed={path: worked_out(value) for path, value in state.computed.items()},
        faults=(*faults, *earlier.faults) if FETCH in sent else faults,
        found=earlier.found,
        kept=filled.kept,
    )
    around = surroundings(case.unit.code, units_at=reverse("desk_units"))
    asked = forms.questions(action.fields, standing, around)
    wrong = {fault.at.removeprefix("answers."): fault.message for fault in faults}
    if action.reasons:
        asked.append(_reason(action, sent, wrong.get("reason", "")))
    asked.append(_note(action, sent, wrong.get("note", "")))
    return Form(tuple(asked), forms.plan(action.fields, facts=case.facts), _sayings(language()))


def _looked_up(case: CaseView, action: ActionView, filled: Given) -> Completed:
    """The applicant's earlier cases that the answers name; none for whoever may not know who she is."""
    asked = replace(case.service, fields=action.fields)
    return completed(asked, filled.answers, case.facts, person=lambda: case.person.id if case.person else None)


@lru_cache(maxsize=2)
def _sayings(_language: str) -> str:
    return forms.sayings(vars(sayings))


def _reason(action: ActionView, sent: QueryDict, error: Any) -> Question:
    return Question(
        name="reason",
        label=_("The reason, from the list of the service"),
        kind="choice",
        value=sent.get("reason", ""),
        error=error,
        choices=tuple(Choice(key, text) for key, text in action.reasons),
        hint=_("The applicant is told this reason."),
    )


def _note(action: ActionView, sent: QueryDict, error: Any) -> Question:
    to_applicant = action.kind in ("return", "reject")
    return Question(
        name="note",
        label=_("What to tell the applicant") if to_applicant else _("Note in the file"),
        kind="long_text",
        value=sent.get("note", ""),
        error=error,
        required=action.kind == "return" and not action.reasons,
        hint="" if to_applicant else _("Whoever works on the file after you reads it; the applicant does not."),
        attributes={"maxlength": LONGEST_NOTE},
    )
