"""How a form stands for the answers so far: what it shows, needs and works out. A browser works it out alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shubbak.flow.answers import check_fields, typed_by
from shubbak.flow.definition import Field
from shubbak.flow.expressions import Expr, holds
from shubbak.kernel.refusal import Fault


@dataclass(frozen=True, slots=True)
class FormState:
    """By path (`area`, in the second row of a group `floors.1.area`): the questions that apply, those that must be
    answered, and what computed ones come to; beside them the clean answers and the faults."""

    visible: frozenset[str]
    required: frozenset[str]
    computed: Mapping[str, Any]
    clean: Mapping[str, Any]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """A question that applies: where, its clean answer, and the names its conditions see."""

    path: str
    field: Field
    value: Any
    names: Mapping[str, Any]


def form_state(fields: Sequence[Field], answers: Mapping[str, Any], facts: Mapping[str, Any]) -> FormState:
    """No statement. A row that is still blank stands as well, so that it can be shown."""
    clean, faults = check_fields(fields, answers, facts)
    standing = list(_standing(fields, answers, clean, facts, ""))
    return FormState(
        visible=frozenset(one.path for one in standing),
        required=frozenset(one.path for one in standing if _is_needed(one)),
        computed={one.path: one.value for one in standing if one.field.kind == "computed" and one.value is not None},
        clean=clean,
        faults=tuple(faults),
    )


def _standing(
    fields: Sequence[Field], answers: Mapping[str, Any], clean: Mapping[str, Any], facts: Mapping[str, Any], at: str
) -> Iterator[_Standing]:
    names = {**facts, **dict.fromkeys(field.key for field in fields), **typed_by(fields, clean)}
    for field in fields:
        if not _holds(field.when, names):
            continue
        yield _Standing(at + field.key, field, clean.get(field.key), names)
        rows = answers.get(field.key) if field.kind == "group" else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, Mapping):
                read, _ = check_fields(field.fields, row, names)
                yield from _standing(field.fields, row, read, names, f"{at}{field.key}.{index}.")


def _is_needed(one: _Standing) -> bool:
    return one.field.kind != "computed" and _holds(one.field.required, one.names)


def _holds(rule: Expr | bool | None, names: Mapping[str, Any]) -> bool:
    return rule is not False if rule is None or isinstance(rule, bool) else holds(rule.tree, names)
