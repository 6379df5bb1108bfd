"""The questions asked, on the form and at steps, and those of the rows of groups."""

from __future__ import annotations

from collections.abc import Iterator

from ..answers import Unfit, read_value
from ..definition import Field, ServiceDefinition
from ..expressions import FUNCTIONS
from ..vocabulary import FACTS, FIELD_KINDS, PLACE_FACTS
from .problem import Problem

_WITH_CHOICES = ("choice", "many")
_TEXTS = ("text", "long_text", "address", "plot", "arabic", "email")
_NOT_IN_ROWS = ("group", "earlier", "file")
_RESERVED = {*FACTS, *PLACE_FACTS, *FUNCTIONS, "and", "or", "not", "if", "else", "in", "true", "false", "none"}


def every_field(service: ServiceDefinition) -> Iterator[tuple[str, Field]]:
    """All fields with where they stand: the form's first, then those of steps in order; not those of rows."""
    yield from ((f"fields.{i}", field) for i, field in enumerate(service.fields))
    for key, step in service.flow.steps.items():
        for i, action in enumerate(step.actions):
            for j, field in enumerate(action.fields):
                yield f"flow.steps.{key}.actions.{i}.fields.{j}", field


def fields(service: ServiceDefinition) -> Iterator[Problem]:
    """Keys no expression can name, keys of two kinds, unknown kinds, choices and bounds that do not fit."""
    kinds: dict[str, str] = {}
    form: set[str] = set()
    everything = {field.key for _, field in every_field(service)}
    for where, field in every_field(service):
        if field.key in form:
            yield Problem(f"{where}.key", f"the form asks “{field.key}” already", "give it its own key")
        if where.startswith("fields."):
            form.add(field.key)
        if kinds.setdefault(field.key, field.kind) != field.kind:
            yield Problem(f"{where}.kind", f"“{field.key}” is of another kind elsewhere", "give it its own key")
        yield from _one(where, field)
        yield from _rows(where, field, everything)
        yield from _earlier(where, field, {one.key for one in service.fields})
    keys = [document.key for document in service.documents]
    for twice in sorted({k for k in keys if keys.count(k) > 1}):
        yield Problem("documents", f"two documents are called “{twice}”", "give each its own key")


def _one(where: str, field: Field) -> Iterator[Problem]:
    if not field.key.isidentifier() or field.key.casefold() in _RESERVED:
        yield Problem(f"{where}.key", f"“{field.key}” cannot be a key", "use letters, digits and _, no fact's name")
    if field.kind not in FIELD_KINDS:
        yield Problem(f"{where}.kind", f"“{field.kind}” is not known here", "write one of " + ", ".join(FIELD_KINDS))
    if (field.kind in _WITH_CHOICES) != bool(field.choices):
        yield Problem(f"{where}.choices", "choices belong to choice and many, and to them alone", "add or remove them")
    if (field.kind == "computed") != (field.value is not None):
        yield Problem(f"{where}.value", "a value belongs to a computed field, and to it alone", "add or remove `value`")
    for name, bound in (("minimum", field.minimum), ("maximum", field.maximum)):
        if bound is not None and not _is_bound(field, bound):
            yield Problem(f"{where}.{name}", f"“{bound}” is not a bound here", "write a number, or a date for a date")


def _rows(where: str, field: Field, everything: set[str]) -> Iterator[Problem]:
    if (field.kind == "group") != bool(field.fields):
        mend = "write the questions of a row under `fields`, or take them away"
        yield Problem(f"{where}.fields", "rows have fields in a group, and there alone", mend)
    asked: set[str] = set()
    for i, row in enumerate(field.fields):
        here = f"{where}.fields.{i}"
        if row.key in everything or row.key in asked:
            yield Problem(f"{here}.key", f"“{row.key}” is asked already", "give the row's question its own key")
        asked.add(row.key)
        if row.kind in _NOT_IN_ROWS:
            yield Problem(f"{here}.kind", f"a {row.kind} cannot stand in a row", "ask it beside the group")
        yield from _one(here, row)


def _earlier(where: str, field: Field, form: set[str]) -> Iterator[Problem]:
    if (field.kind == "earlier") != bool(field.of):
        mend = "write `of: [building-permit]`, or take it away"
        yield Problem(f"{where}.of", "a field of kind earlier says of which services, and it alone", mend)
    if field.brings and field.kind != "earlier":
        yield Problem(f"{where}.brings", "only a field of kind earlier brings answers along", "take `brings` away")
    for own in field.brings:
        if own not in form:
            what = f"there is no question “{own}” to bring an answer to"
            yield Problem(f"{where}.brings.{own}", what, "name a question of this form on the left")
        elif own == field.key:
            yield Problem(f"{where}.brings.{own}", "a reference cannot bring itself", "name another question")


def _is_bound(field: Field, bound: str) -> bool:
    if field.kind in (*_TEXTS, "group"):
        return bound.isdigit()
    try:
        read_value(Field(field.key, field.label, "date" if field.kind == "date" else "number"), bound)
    except Unfit:
        return False
    return field.kind in ("number", "whole", "money", "date")
