"""From a service's fields to the questions of a screen, and from what was posted back to answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from django.http import QueryDict

from shubbak.design.formats import said
from shubbak.design.shapes import Choice, Question
from shubbak.flow.definition import Field
from shubbak.kernel.refusal import Fault

PREFIX = "answers."
_KINDS = {"whole": "number", "plot": "text"}


def answers_in(posted: QueryDict) -> dict[str, Any]:
    """Every `answers.<key>` that was posted: a text, or a list where several were ticked."""
    return {
        name.removeprefix(PREFIX): values if len(values) > 1 else values[0]
        for name, values in posted.lists()
        if name.startswith(PREFIX) and values
    }


def question(
    field: Field, answers: Mapping[str, Any], faults: Iterable[Fault] = (), *, first: bool = False
) -> Question:
    """One field as a question, its answer and what is wrong with it; the first one takes the focus."""
    wrong = next((fault.message for fault in faults if fault.at == PREFIX + field.key), "")
    return Question(
        name=PREFIX + field.key,
        label=field.label,
        kind=_KINDS.get(field.kind, field.kind),
        value=answers.get(field.key, ""),
        hint=field.hint or "",
        error=wrong,
        choices=tuple(Choice(choice.key, choice.label) for choice in field.choices),
        unit=field.unit or "",
        required=field.required is not False,
        style="select" if field.kind == "choice" else "",
        attributes={"autofocus": ""} if first else {},
        id=anchor(PREFIX + field.key),
    )


def groups(
    fields: Sequence[Field], answers: Mapping[str, Any], faults: Iterable[Fault] = (), *, first: bool = False
) -> list[tuple[Any, list[Question]]]:
    """The questions by the sections of the form, in its order."""
    told = list(faults)
    start = fields[0] if first and fields else None
    return [
        (title, [question(field, answers, told, first=field is start) for field in members])
        for title, members in groupby(fields, key=lambda field: field.group)
    ]


def anchor(at: str) -> str:
    """The id of the control that a fault is about: the same for `answers.area` here as in an error summary."""
    return "f-" + at.removeprefix(PREFIX).replace(".", "-") if at.startswith(PREFIX) else "at-" + at.replace(".", "-")


def summary(faults: Iterable[Fault], labels: Mapping[str, Any] | None = None) -> list[tuple[str, Any]]:
    """Faults as `(anchor, message)` for the error summary, each with the label of what it is about."""
    named = labels or {}
    return [
        (anchor(fault.at), f"{said(named[fault.at])}: {said(fault.message)}" if fault.at in named else fault.message)
        for fault in faults
    ]


def labels_of(fields: Iterable[Field]) -> dict[str, Any]:
    """The label of each place where an answer may be wrong."""
    return {PREFIX + field.key: field.label for field in fields}
