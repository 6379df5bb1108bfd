"""From stored answers (plain JSON) to the values that expressions compute with, and back for what was computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from shubbak.kernel.decimals import decimal_in

from ..asked import Field
from ..definition import ServiceDefinition
from ..expressions import Value
from .figures import written

NUMBERS = ("number", "whole", "money")


def typed(service: ServiceDefinition, facts: Mapping[str, Any]) -> dict[str, Any]:
    """`facts` with the texts that stand for numbers and dates made numbers and dates, by the kinds of the fields they
    answer. What does not read as its kind becomes None. Idempotent."""
    asked = {field.key: field for field in service.fields}
    for step in service.flow.steps.values():
        for action in step.actions:
            asked.update((field.key, field) for field in action.fields)
    return _typed(asked, facts)


def typed_by(fields: Iterable[Field], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The same for answers to the given fields alone."""
    return _typed({field.key: field for field in fields}, answers)


def _typed(asked: Mapping[str, Field], answers: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: typed_value(asked[key].kind, value, asked[key].fields) if key in asked else typed_value("", value)
        for key, value in answers.items()
    }


def typed_value(kind: str, value: Any, rows: tuple[Field, ...] = ()) -> Any:
    """One stored value as its kind computes; `rows` are the fields of a group's rows."""
    if kind in NUMBERS and isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return decimal_in(str(value))
    if kind == "date" and isinstance(value, str):
        return _day(value)
    if kind == "computed" and isinstance(value, str):
        return _worked_out(value)
    if kind == "group" and isinstance(value, (list, tuple)):
        return tuple(typed_by(rows, row) for row in value if isinstance(row, Mapping))
    return tuple(value) if isinstance(value, list) else value


def stored(value: Value) -> Any:
    """What was computed as it is stored: a number as its exact text, a day as 2026-03-01, a text, yes or no; else
    nothing. A computed text that looks like a number or a day is read back as one."""
    if isinstance(value, Decimal):
        return written(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (bool, str)) and value != "" else None


def _worked_out(text: str) -> Any:
    number = decimal_in(text)
    if number is not None and written(number) == text:
        return number
    day = _day(text)
    return text if day is None else day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
