"""A set of questions as JSON Schema 2020-12, for programs that send answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..asked import Field
from ..expressions import Expr
from .rows import MOST

Shape = dict[str, Any]

_DEGREES = {"type": ["number", "string"]}
_SHAPES: dict[str, Shape] = {
    "number": {"type": ["number", "string"]},
    "money": {"type": ["number", "string"], "x-currency": "EGP"},
    "whole": {"type": ["integer", "string"]},
    "date": {"type": "string", "format": "date"},
    "yes_no": {"type": "boolean"},
    "email": {"type": "string", "format": "email"},
    "file": {"type": "string", "format": "uuid"},
    "computed": {"type": ["string", "boolean"], "readOnly": True},
}
_TEXT = {"type": "string"}
_SEVERAL: dict[str, tuple[Shape, str]] = {
    "address": ({"governorate": _TEXT, "unit": _TEXT, "street": _TEXT}, "street"),
    "parcel": ({"basin": _TEXT, "block": _TEXT, "number": _TEXT}, "number"),
    "point": ({"lat": _DEGREES, "lng": _DEGREES}, ""),
}


def json_schema(fields: Sequence[Field], language: str) -> Shape:
    """An object of the fields' answers. `required` names those always needed; a condition stands beside its field as
    `x-when` and `x-required`, the rule of a computed one as `x-value`, each `{"text", "tree"}`, the tree being what
    Shubbak itself evaluates."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_object(fields, language)}


def _object(fields: Sequence[Field], language: str) -> Shape:
    return {
        "type": "object",
        "properties": {field.key: _property(field, language) for field in fields},
        "required": [field.key for field in fields if _always(field)],
        "additionalProperties": False,
    }


def _always(field: Field) -> bool:
    return field.required is True and field.when is None and field.kind != "computed"


def _property(field: Field, language: str) -> Shape:
    shape: Shape = {"title": field.label.in_language(language), "x-kind": field.kind, **_shape(field, language)}
    if field.hint:
        shape["description"] = field.hint.in_language(language)
    if field.unit:
        shape["x-unit"] = field.unit.in_language(language)
    if field.group:
        shape["x-section"] = field.group.in_language(language)
    if field.of:
        shape |= {"x-of": list(field.of), "x-brings": dict(field.brings), "x-in-force": field.in_force}
    rules = {"x-when": field.when, "x-required": field.required, "x-value": field.value}
    return shape | {name: _condition(rule) for name, rule in rules.items() if isinstance(rule, Expr)}


def _shape(field: Field, language: str) -> Shape:
    choices = [{"const": choice.key, "title": choice.label.in_language(language)} for choice in field.choices]
    if field.kind == "choice":
        return {"type": "string", "oneOf": choices}
    if field.kind == "many":
        return {"type": "array", "items": {"type": "string", "oneOf": choices}, "uniqueItems": True}
    if field.kind == "group":
        least = int(field.minimum or 1) if _always(field) else 0
        rows = {"minItems": least, "maxItems": int(field.maximum or MOST)}
        return {"type": "array", "items": _object(field.fields, language), **rows}
    if field.kind in _SEVERAL:
        return _several(field)
    return {**_SHAPES.get(field.kind, _TEXT), **_bounds(field)}


def _several(field: Field) -> Shape:
    """An answer of several members, or the text that says it shortly."""
    members, needed = _SEVERAL[field.kind]
    if field.kind == "address":
        members = {**members, "street": {**_TEXT, **_lengths(field)}}
    required = [needed] if needed else list(members)
    whole = {"type": "object", "properties": members, "required": required, "additionalProperties": False}
    return {"anyOf": [whole, members[needed] if needed else _TEXT]}


def _bounds(field: Field) -> Shape:
    if field.kind in ("number", "whole", "money"):
        return _named(field, "minimum", "maximum")
    if field.kind == "date":  # JSON Schema has no bounds of days; these are the words of its `formatMinimum` proposal
        pairs = (("formatMinimum", field.minimum), ("formatMaximum", field.maximum))
        return {name: bound for name, bound in pairs if bound is not None}
    return {} if field.kind == "computed" else _lengths(field)


def _lengths(field: Field) -> Shape:
    return _named(field, "minLength", "maxLength")


def _named(field: Field, low: str, high: str) -> Shape:
    pairs = ((low, field.minimum), (high, field.maximum))
    return {name: _bound(bound) for name, bound in pairs if bound is not None}


def _bound(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _condition(expression: Expr) -> Shape:
    return {"text": expression.text, "tree": expression.tree}
