"""Answers as they are shown: in words, with units, and hidden from whoever must not know who asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import override

from shubbak.flow.definition import Field, ServiceDefinition

from ..answers import Answers
from .blindness import hidden_fields
from .in_words import in_words
from .views import AnswerView

MASK = "••••••"


def answered(
    service: ServiceDefinition,
    answers: Answers,
    *,
    blind: bool,
    language: str,
    papers: Mapping[UUID, UUID] | None = None,
) -> tuple[AnswerView, ...]:
    """Every answered question of the form, then of each step, in the definition's order. `papers` are the papers of the
    file by the upload they hold, so that an answer that is a file leads to it."""
    hidden = hidden_fields(service) if blind else frozenset()
    with override(language):
        return tuple(_views(_given(service, answers), hidden, papers or {}))


def _given(service: ServiceDefinition, answers: Answers) -> Iterator[tuple[Field, Any, str]]:
    for field in service.fields:
        if field.key in answers.form:
            yield field, answers.form[field.key], ""
    for step in service.flow.steps.values():
        given = answers.steps.get(step.key, {})
        seen: set[str] = set()
        for action in step.actions:
            for field in action.fields:
                if field.key in given and field.key not in seen:
                    seen.add(field.key)
                    yield field, given[field.key], step.key


def _views(
    given: Iterable[tuple[Field, Any, str]], hidden: frozenset[str], papers: Mapping[UUID, UUID]
) -> Iterator[AnswerView]:
    for field, value, step in given:
        if field.key in hidden:
            yield AnswerView(field.key, field.label, None, MASK, None, True, step, field.kind)
            continue
        rows = _seen_rows(field, value, hidden)
        yield AnswerView(
            key=field.key,
            label=field.label,
            value=value if rows is None else rows,
            shown=in_words(field, value if rows is None else rows),
            unit=field.unit,
            hidden=False,
            step=step,
            kind=field.kind,
            rows=tuple(tuple(_row(field, row, hidden, papers)) for row in value) if rows is not None else (),
            paper=papers.get(UUID(value)) if field.kind == "file" else None,
        )


def _row(
    field: Field, row: Mapping[str, Any], hidden: frozenset[str], papers: Mapping[UUID, UUID]
) -> Iterator[AnswerView]:
    return _views(((one, row[one.key], "") for one in field.fields if one.key in row), hidden, papers)


def _seen_rows(field: Field, rows: Any, hidden: frozenset[str]) -> list[dict[str, Any]] | None:
    """The rows of a group without what is hidden in them; None when this is no group."""
    if field.kind != "group" or not isinstance(rows, list):
        return None
    return [{key: value for key, value in row.items() if key not in hidden} for row in rows]
