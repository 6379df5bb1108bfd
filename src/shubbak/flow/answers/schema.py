"""A set of questions as JSON Schema 2020-12, for programs that send answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..definition import Field
from ..expressions import Expr

_SHAPES: dict[str, dict[str, Any]] = {
    "number": {"type": ["number", "string"]},
    "money": {"type": ["number", "string"], "x-currency": "EGP"},
    "whole": {"type": ["integer", "string"]},
    "date": {"type": "string", "format": "date"},
    "yes_no": {"type": "boolean"},
    "national_id": {"type": "string", "x-kind": "national_id"},
    "mobile": {"type": "string", "x-kind": "mobile"},
    "email": {"type": "string", "format": "email"},
}


def json_schema(fields: Sequence[Field], language: str) -> dict[str, Any]:
    """An object of the fields' answers. `required` names those always needed; a condition stands beside its field as
    `x-when` and `x-required`, each `{"text", "tree"}`, the tree being what Shubbak itself evaluates."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {field.key: _property(field, language) for field in fields},
        "required": [field.key for field in fields if field.required is True and field.when is None],
        "additionalProperties": False,
    }


def _property(field: Field, language: str) -> dict[str, Any]:
    shape: dict[str, Any] = {"title": field.label.in_language(language), **_shape(field, language)}
    if field.hint:
        shape["description"] = field.hint.in_language(language)
    if field.unit:
        shape["x-unit"] = field.unit.in_language(language)
    if field.when:
        shape["x-when"] = _condition(field.when)
    if isinstance(field.required, Expr):
        shape["x-required"] = _condition(field.required)
    return shape


def _shape(field: Field, language: str) -> dict[str, Any]:
    choices = [{"const": choice.key, "title": choice.label.in_language(language)} for choice in field.choices]
    if field.kind == "choice":
        return {"type": "string", "oneOf": choices}
    if field.kind == "many":
        return {"type": "array", "items": {"type": "string", "oneOf": choices}, "uniqueItems": True}
    shape = dict(_SHAPES.get(field.kind, {"type": "string"}))
    is_text = field.kind not in ("number", "whole", "money", "date")
    low, high = ("minLength", "maxLength") if is_text else ("minimum", "maximum")
    if field.kind != "date" and field.minimum is not None:
        shape[low] = _bound(field.minimum)
    if field.kind != "date" and field.maximum is not None:
        shape[high] = _bound(field.maximum)
    return shape


def _bound(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _condition(expression: Expr) -> dict[str, Any]:
    return {"text": expression.text, "tree": expression.tree}
