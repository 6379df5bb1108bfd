"""From stored answers (plain JSON) to the values that expressions compute with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..definition import Field, ServiceDefinition

NUMBERS = ("number", "whole", "money")


def typed(service: ServiceDefinition, facts: Mapping[str, Any]) -> dict[str, Any]:
    """`facts` with the texts that stand for numbers and dates made numbers and dates, by the kinds of the fields they
    answer. What does not read as its kind becomes None. Idempotent."""
    kinds = {field.key: field.kind for field in service.fields}
    for step in service.flow.steps.values():
        for action in step.actions:
            kinds.update((field.key, field.kind) for field in action.fields)
    return {key: typed_value(kinds.get(key, ""), value) for key, value in facts.items()}


def typed_by(fields: tuple[Field, ...], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The same for answers to the given fields alone."""
    kinds = {field.key: field.kind for field in fields}
    return {key: typed_value(kinds.get(key, ""), value) for key, value in answers.items()}


def typed_value(kind: str, value: Any) -> Any:
    """One stored value as its kind computes."""
    if kind in NUMBERS and isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return _number(str(value))
    if kind == "date" and isinstance(value, str):
        return _day(value)
    return tuple(value) if isinstance(value, list) else value


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
