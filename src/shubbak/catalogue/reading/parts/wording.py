"""Pydantic's errors in words that name the mend."""

from __future__ import annotations

import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from ..findings import Finding
from ..guessing import among, did_you_mean
from ..nodes import Node

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "bool_type": "yes or no",
    "list_type": "a list, each member after a hyphen",
    "dict_type": "keys and values, indented below it",
    "model_type": "keys and values, indented below it",
    "model_attributes_type": "keys and values, indented below it",
}


def findings_of(error: ValidationError, root: Node, shape: type[BaseModel]) -> list[Finding]:
    """One finding for each thing Pydantic refused, at the line of the offending key."""
    return [_finding(dict(one), root, shape) for one in error.errors(include_url=False)]


def _finding(one: dict[str, Any], root: Node, shape: type[BaseModel]) -> Finding:
    path = tuple(part for part in one["loc"] if part != "[key]")
    node, kind, context = root.at(path), one["type"], one.get("ctx") or {}
    if kind == "ours":
        if "column" in context:
            return node.finding_inside(context["column"] - 1, context["what"], _sentence(context["mend"]))
        return node.finding(context["what"], context["mend"])
    what, mend = _said(kind, path, one.get("input"), context, shape)
    return node.finding(what, mend)


def _said(
    kind: str, path: tuple[Any, ...], given: Any, context: dict[str, Any], shape: type[BaseModel]
) -> tuple[str, str]:
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden" and given is None and " " in key:
        return f"“{key}” is read as a key, not as text.", "Put the text that holds a comma into quotes."
    if kind == "extra_forbidden":
        known = _keys(shape, path[:-1])
        return f"“{key}” is not known here.", did_you_mean(key, known) or among(known)
    if kind == "missing":
        return f"“{key}” is missing{_inside(path)}.", f"Add `{key}:` here."
    if kind == "not_one_of":
        word, words = context["value"], context["words"]
        return f"“{word}” is not a {context['kind']}.", did_you_mean(word, words) or among(words)
    if kind in ("string_too_short", "too_short"):
        return f"“{key}” is empty.", "Write it out, or take the key away."
    wanted = _WANTED.get(kind, "something else")
    return f"“{key}” should be {wanted}, not {_seen(given)}.", f"Write {wanted}."


def _inside(path: tuple[Any, ...]) -> str:
    owner = next((str(part) for part in reversed(path[:-1]) if isinstance(part, str)), "")
    return f" in “{owner}”" if owner else ""


def _seen(given: Any) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, dict):
        return "keys and values"
    return "a list" if isinstance(given, list) else f"“{given}”"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _keys(shape: Any, path: tuple[Any, ...]) -> list[str]:
    """The keys that may stand at `path` in a file of this shape."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        fields = {field.alias or name: field for name, field in shape.model_fields.items()}
        if not path:
            return list(fields)
        return _keys(fields[path[0]].annotation, path[1:]) if path[0] in fields else []
    origin, inner = typing.get_origin(shape), typing.get_args(shape)
    if origin in (dict, list) and path:
        return _keys(inner[-1], path[1:])
    if origin is typing.Annotated:
        return _keys(inner[0], path)
    for member in inner:
        if found := _keys(member, path):
            return found
    return []
