"""Names that expressions ask for must be answers, facts or rates that are known when they are evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..definition import Field, ServiceDefinition
from ..expressions import Expr
from ..expressions.closed import nodes
from ..vocabulary import FACTS
from .fields import every_field
from .problem import Problem

_FACTS = frozenset(FACTS)


def names(service: ServiceDefinition) -> Iterator[Problem]:
    """Form conditions may name earlier questions; papers the whole form; routes also answers of steps."""
    rows = {field.key: field for _, field in every_field(service) if field.kind == "group"}
    yield from _in_order("fields", service.fields, _FACTS - {"paid", "decision"}, rows)
    form = _FACTS | {field.key for field in service.fields}
    for i, document in enumerate(service.documents):
        yield from unknown(f"documents.{i}.when", document.when, form, rows)
        yield from unknown(f"documents.{i}.required", document.required, form, rows)
    everything = known_at_steps(service)
    if service.output is not None:
        yield from unknown("output.validity", service.output.validity, everything, rows)
    for key, step in service.flow.steps.items():
        where = f"flow.steps.{key}"
        for i, branch in enumerate(step.branches):
            yield from unknown(f"{where}.branches.{i}.when", branch.when, everything, rows)
        for i, action in enumerate(step.actions):
            yield from _in_order(f"{where}.actions.{i}.fields", action.fields, everything, rows, own=False)
            for j, route in enumerate(action.to):
                yield from unknown(f"{where}.actions.{i}.to.{j}.when", route.when, everything, rows)


def known_at_steps(service: ServiceDefinition) -> frozenset[str]:
    """What routes and fees may name: every fact, and every answer of the form and of the steps."""
    return _FACTS | {field.key for _, field in every_field(service)}


def unknown(
    where: str, rule: Expr | bool | None, known: set[str] | frozenset[str], rows: Mapping[str, Field]
) -> Iterator[Problem]:
    """The names of a rule that are not known where it is evaluated, and `each` of what is no group or has no such
    question."""
    if not isinstance(rule, Expr):
        return
    for name in sorted(rule.names - known):
        yield Problem(where, f"“{name}” is not known here", "name an earlier answer, or one of " + ", ".join(FACTS))
    for node in nodes(rule.tree):
        if node[:2] == ["call", "each"] and (wrong := _not_rows(node[2], node[3][1], rows)):
            yield Problem(where, wrong, "name a group and a question of its rows: each(floors, 'area')")


def _not_rows(group: list[object], key: str, rows: Mapping[str, Field]) -> str:
    name = str(group[1]) if group[0] == "name" else ""
    if name not in rows:
        return f"“{name}” is not a group with rows" if name else "each is of a group, named plainly"
    asked = [field.key for field in rows[name].fields]
    return "" if key in asked else f"the rows of “{name}” have no “{key}” (they have {', '.join(asked)})"


def _in_order(
    where: str,
    asked: Iterable[Field],
    before: frozenset[str] | set[str],
    rows: Mapping[str, Field],
    *,
    own: bool = True,
) -> Iterator[Problem]:
    known = set(before)
    for i, field in enumerate(asked):
        if own:
            known.discard(field.key)
        here = f"{where}.{i}"
        yield from unknown(f"{here}.when", field.when, known, rows)
        yield from unknown(f"{here}.required", field.required, known, rows)
        if field.value is not None and field.key in field.value.names:
            yield Problem(f"{here}.value", f"“{field.key}” is worked out from itself", "name other questions in it")
        else:
            yield from unknown(f"{here}.value", field.value, known, rows)
        yield from _in_order(f"{here}.fields", field.fields, known, rows)
        known.add(field.key)
