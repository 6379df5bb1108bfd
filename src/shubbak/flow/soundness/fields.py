"""The questions asked, on the form and at steps."""

from __future__ import annotations

from collections.abc import Iterator

from ..answers import Unfit, read_value
from ..definition import Field, ServiceDefinition
from ..expressions import FUNCTIONS
from ..vocabulary import FACTS, FIELD_KINDS
from .problem import Problem

_WITH_CHOICES = ("choice", "many")
_RESERVED = {*FACTS, *FUNCTIONS, "and", "or", "not", "if", "else", "in", "true", "false", "none"}


def every_field(service: ServiceDefinition) -> Iterator[tuple[str, Field]]:
    """All fields with where they stand: the form's first, then those of steps in order."""
    yield from ((f"fields.{i}", field) for i, field in enumerate(service.fields))
    for key, step in service.flow.steps.items():
        for i, action in enumerate(step.actions):
            for j, field in enumerate(action.fields):
                yield f"flow.steps.{key}.actions.{i}.fields.{j}", field


def fields(service: ServiceDefinition) -> Iterator[Problem]:
    """Keys no expression can name, keys of two kinds, unknown kinds, choices and bounds that do not fit."""
    kinds: dict[str, str] = {}
    form: set[str] = set()
    for where, field in every_field(service):
        if not field.key.isidentifier() or field.key.casefold() in _RESERVED:
            yield Problem(f"{where}.key", f"“{field.key}” cannot be a key", "use letters, digits and _, no fact's name")
        if field.key in form:
            yield Problem(f"{where}.key", f"the form asks “{field.key}” already", "give it its own key")
        if where.startswith("fields."):
            form.add(field.key)
        if kinds.setdefault(field.key, field.kind) != field.kind:
            yield Problem(f"{where}.kind", f"“{field.key}” is of another kind elsewhere", "give it its own key")
        yield from _one(where, field)
    keys = [document.key for document in service.documents]
    for twice in sorted({k for k in keys if keys.count(k) > 1}):
        yield Problem("documents", f"two documents are called “{twice}”", "give each its own key")


def _one(where: str, field: Field) -> Iterator[Problem]:
    if field.kind not in FIELD_KINDS:
        yield Problem(f"{where}.kind", f"“{field.kind}” is not known here", "write one of " + ", ".join(FIELD_KINDS))
    if (field.kind in _WITH_CHOICES) != bool(field.choices):
        yield Problem(f"{where}.choices", "choices belong to choice and many, and to them alone", "add or remove them")
    for name, bound in (("minimum", field.minimum), ("maximum", field.maximum)):
        if bound is not None and not _is_bound(field, bound):
            yield Problem(f"{where}.{name}", f"“{bound}” is not a bound here", "write a number, or a date for a date")


def _is_bound(field: Field, bound: str) -> bool:
    if field.kind in ("text", "long_text", "address", "plot"):
        return bound.isdigit()
    try:
        read_value(Field(field.key, field.label, "date" if field.kind == "date" else "number"), bound)
    except Unfit:
        return False
    return field.kind in ("number", "whole", "money", "date")
