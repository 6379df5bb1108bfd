"""What an action asks, as questions of a form, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import ActionView
from shubbak.design.shapes import Choice, Question
from shubbak.flow.definition import Field
from shubbak.kernel.refusal import Fault

_KINDS = {"whole": "number", "plot": "text"}
PREFIX = "answer-"
LONGEST_NOTE = 4000


def answers(fields: Sequence[Field], sent: QueryDict) -> dict[str, Any]:
    """What was sent for these fields, by key, as it was typed; the action cleans and judges it."""
    given: dict[str, Any] = {}
    for field in fields:
        name = PREFIX + field.key
        if name in sent:
            given[field.key] = sent.getlist(name) if field.kind == "many" else sent[name]
    return given


def questions(action: ActionView, sent: QueryDict, faults: Sequence[Fault] = ()) -> list[Question]:
    """The whole form of an action: its fields, the reason when there is a list, and a note."""
    wrong = {fault.at.removeprefix("answers."): fault.message for fault in faults}
    given = answers(action.fields, sent)
    asked = [_question(field, given.get(field.key, ""), wrong.get(field.key, "")) for field in action.fields]
    if action.reasons:
        asked.append(_reason(action, sent, wrong.get("reason", "")))
    return [*asked, _note(action, sent, wrong.get("note", ""))]


def _question(field: Field, value: Any, error: Any) -> Question:
    return Question(
        name=PREFIX + field.key,
        id="f-" + field.key,
        label=field.label,
        kind=_KINDS.get(field.kind, field.kind),
        value=value,
        hint=field.hint or "",
        error=error,
        choices=tuple(Choice(choice.key, choice.label) for choice in field.choices),
        unit=field.unit or "",
        required=field.required is True and field.when is None,
    )


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
