"""Which questions apply, whether the answers fit them, and which papers they call for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shubbak.kernel.refusal import Fault, below

from ..definition import DocumentKind, Field, ServiceDefinition
from ..expressions import Expr, evaluate, holds
from . import sayings
from .facts import stored, typed_by, typed_value
from .rows import given_rows, wrong_number
from .values import Unfit, is_unanswered, read_value


@dataclass(frozen=True, slots=True)
class DocumentNeeded:
    """A paper the applicant is asked for, and whether the case cannot be submitted without it."""

    kind: DocumentKind
    required: bool


def visible_fields(
    service: ServiceDefinition, answers: Mapping[str, Any], facts: Mapping[str, Any] | None = None
) -> tuple[Field, ...]:
    """The fields that apply, asked in order: a condition sees only answers of earlier fields that apply themselves, and
    `facts` (applicant_kind, unit_kind, today)."""
    clean, _ = _read(service.fields, answers, facts or {})
    return tuple(field for field in service.fields if field.key in clean)


def check(
    service: ServiceDefinition, answers: Mapping[str, Any], facts: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], list[Fault]]:
    """The clean answers of the form (hidden ones dropped, empty ones left out) and what is wrong with the rest."""
    return check_fields(service.fields, answers, facts)


def check_fields(
    fields: Sequence[Field], answers: Mapping[str, Any], facts: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], list[Fault]]:
    """The same for any fields, such as those an action asks; `facts` are the names their conditions may use besides.

    A fault says where: `answers.area`, in a group `answers.floors.1.area`. What is computed is worked out anew,
    whatever was sent for it, and left out when it has no value.
    """
    return _clean(tuple(fields), answers, facts or {}, "answers")


def documents_needed(
    service: ServiceDefinition, answers: Mapping[str, Any], facts: Mapping[str, Any] | None = None
) -> tuple[DocumentNeeded, ...]:
    """The papers these answers call for, in the definition's order."""
    clean, _ = _read(service.fields, answers, facts or {})
    names = {**(facts or {}), **typed_by(service.fields, clean)}
    return tuple(
        DocumentNeeded(document, _asked(document.required, names))
        for document in service.documents
        if _asked(document.when, names)
    )


def _asked(rule: Expr | bool | None, names: Mapping[str, Any]) -> bool:
    if rule is None or isinstance(rule, bool):
        return rule is not False
    return holds(rule.tree, names)


def _clean(
    fields: tuple[Field, ...], answers: Mapping[str, Any], facts: Mapping[str, Any], at: str
) -> tuple[dict[str, Any], list[Fault]]:
    clean, faults = _read(fields, answers, facts, at)
    known = {field.key for field in fields}
    faults += [Fault(below(at, key), "unknown", sayings.UNKNOWN) for key in answers if key not in known]
    return {key: value for key, value in clean.items() if value is not None}, faults


def _read(
    fields: tuple[Field, ...], answers: Mapping[str, Any], facts: Mapping[str, Any], at: str = "answers"
) -> tuple[dict[str, Any], list[Fault]]:
    """Every field that applies with its clean value (None when empty or unfit), and the faults."""
    clean: dict[str, Any] = {}
    faults: list[Fault] = []
    names = {key: value for key, value in facts.items() if key not in {field.key for field in fields}}
    for field in fields:
        if not _asked(field.when, names):
            continue
        value, wrong = _one(field, answers.get(field.key), names, f"{at}.{field.key}")
        clean[field.key] = value
        names[field.key] = typed_value(field.kind, value, field.fields)
        faults += wrong
    return clean, faults


def _one(field: Field, value: Any, names: Mapping[str, Any], at: str) -> tuple[Any, list[Fault]]:
    if field.kind == "computed":
        return stored(evaluate(field.value.tree, names)) if field.value else None, []
    if field.kind == "group":
        return _rows(field, value, names, at)
    if is_unanswered(field, value):
        missing = _asked(field.required, names)
        return None, [Fault(at, "required", sayings.REQUIRED)] if missing else []
    try:
        return read_value(field, value, names), []
    except Unfit as unfit:
        return None, [Fault(at, unfit.code, unfit.message)]


def _rows(
    field: Field, value: Any, names: Mapping[str, Any], at: str
) -> tuple[list[dict[str, Any]] | None, list[Fault]]:
    """The rows of a group, each read by itself after the answers before it."""
    given = given_rows(value)
    if given is None:
        return None, [Fault(at, "rows", sayings.ROWS)]
    if not given:
        missing = _asked(field.required, names)
        return None, [Fault(at, "required", sayings.REQUIRED)] if missing else []
    faults, rows = wrong_number(field, len(given), at), []
    if any(fault.code == "too_many" for fault in faults):
        return None, faults
    for index, row in enumerate(given):
        clean, wrong = _clean(field.fields, row, names, f"{at}.{index}")
        rows.append(clean)
        faults += wrong
    return rows, faults
