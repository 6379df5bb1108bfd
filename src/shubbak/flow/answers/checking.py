"""Which questions apply, whether the answers fit them, and which papers they call for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shubbak.kernel.refusal import Fault

from ..definition import DocumentKind, Field, ServiceDefinition
from ..expressions import Expr, holds
from . import sayings
from .facts import typed_by, typed_value
from .values import Unfit, is_empty, read_value


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
    """The same for any fields, such as those an action asks; `facts` are the names their conditions may use besides."""
    clean, faults = _read(tuple(fields), answers, facts or {})
    known = {field.key for field in fields}
    faults += [Fault(f"answers.{key}", "unknown", sayings.UNKNOWN) for key in answers if key not in known]
    return {key: value for key, value in clean.items() if value is not None}, faults


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


def _read(
    fields: tuple[Field, ...], answers: Mapping[str, Any], facts: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Fault]]:
    """Every field that applies with its clean value (None when empty or unfit), and the faults."""
    clean: dict[str, Any] = {}
    faults: list[Fault] = []
    names = {key: value for key, value in facts.items() if key not in {field.key for field in fields}}
    for field in fields:
        if not _asked(field.when, names):
            continue
        clean[field.key], fault = _one(field, answers.get(field.key), names)
        names[field.key] = typed_value(field.kind, clean[field.key])
        faults += [fault] if fault else []
    return clean, faults


def _one(field: Field, value: Any, names: Mapping[str, Any]) -> tuple[Any, Fault | None]:
    if is_empty(value):
        missing = _asked(field.required, names)
        return None, Fault(f"answers.{field.key}", "required", sayings.REQUIRED) if missing else None
    try:
        return read_value(field, value), None
    except Unfit as unfit:
        return None, Fault(f"answers.{field.key}", unfit.code, unfit.message)
