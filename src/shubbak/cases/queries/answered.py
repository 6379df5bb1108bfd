"""Answers as they are shown: in words, with units, and hidden from whoever must not know who asked."""

from __future__ import annotations

from typing import Any

from shubbak.flow.definition import Field, ServiceDefinition

from ..answers import Answers
from .blindness import hidden_fields
from .views import AnswerView

MASK = "••••••"


def answered(service: ServiceDefinition, answers: Answers, *, blind: bool, language: str) -> tuple[AnswerView, ...]:
    """Every answered question of the form, then of each step, in the definition's order."""
    hidden = hidden_fields(service) if blind else frozenset()
    views = [_view(f, answers.form[f.key], hidden, language, "") for f in service.fields if f.key in answers.form]
    for step in service.flow.steps.values():
        given = answers.steps.get(step.key, {})
        seen: set[str] = set()
        for action in step.actions:
            for field in action.fields:
                if field.key in given and field.key not in seen:
                    seen.add(field.key)
                    views.append(_view(field, given[field.key], hidden, language, step.key))
    return tuple(views)


def _view(field: Field, value: Any, hidden: frozenset[str], language: str, step: str) -> AnswerView:
    out_of_sight = field.key in hidden
    return AnswerView(
        key=field.key,
        label=field.label,
        value=None if out_of_sight else value,
        shown=MASK if out_of_sight else in_words(field, value, language),
        unit=None if out_of_sight else field.unit,
        hidden=out_of_sight,
        step=step,
    )


def in_words(field: Field, value: Any, language: str) -> str:
    """An answer as text: a choice by its label, yes or no in words, a masked number of a person, the rest as it is."""
    if field.kind == "yes_no":
        yes, no = ("Yes", "No") if language.startswith("en") else ("نعم", "لا")
        return yes if value else no
    labels = {choice.key: choice.label.in_language(language) for choice in field.choices}
    if field.kind == "many":
        joint = ", " if language.startswith("en") else "، "
        return joint.join(labels.get(str(v), str(v)) for v in value)
    if field.kind in ("national_id", "mobile"):
        return "•" * max(0, len(str(value)) - 4) + str(value)[-4:]
    if isinstance(value, dict):
        return "، ".join(str(v) for v in value.values() if v)
    return labels.get(str(value), str(value))
