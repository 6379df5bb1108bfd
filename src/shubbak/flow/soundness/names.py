"""Names that expressions ask for must be answers or facts that are known when they are evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definition import Field, ServiceDefinition
from ..expressions import Expr
from ..vocabulary import FACTS
from .fields import every_field
from .problem import Problem

_FACTS = frozenset(FACTS)


def names(service: ServiceDefinition) -> Iterator[Problem]:
    """Form conditions may name earlier questions; papers the whole form; fees and routes also answers of steps."""
    yield from _in_order("fields", service.fields, _FACTS - {"paid", "decision"})
    form = _FACTS | {field.key for field in service.fields}
    for i, document in enumerate(service.documents):
        yield from _unknown(f"documents.{i}.when", document.when, form)
        yield from _unknown(f"documents.{i}.required", document.required, form)
    everything = form | {field.key for _, field in every_field(service)}
    for key, fee_set in service.fee_sets.items():
        for i, line in enumerate(fee_set.lines):
            yield from _unknown(f"fee_sets.{key}.lines.{i}.amount", line.amount, everything)
            yield from _unknown(f"fee_sets.{key}.lines.{i}.when", line.when, everything)
    for key, step in service.flow.steps.items():
        where = f"flow.steps.{key}"
        for i, branch in enumerate(step.branches):
            yield from _unknown(f"{where}.branches.{i}.when", branch.when, everything)
        for i, action in enumerate(step.actions):
            yield from _in_order(f"{where}.actions.{i}.fields", action.fields, everything, own=False)
            for j, route in enumerate(action.to):
                yield from _unknown(f"{where}.actions.{i}.to.{j}.when", route.when, everything)


def _in_order(
    where: str, asked: Iterable[Field], before: frozenset[str] | set[str], *, own: bool = True
) -> Iterator[Problem]:
    known = set(before)
    for i, field in enumerate(asked):
        if own:
            known.discard(field.key)
        yield from _unknown(f"{where}.{i}.when", field.when, known)
        yield from _unknown(f"{where}.{i}.required", field.required, known)
        known.add(field.key)


def _unknown(where: str, rule: Expr | bool | None, known: set[str] | frozenset[str]) -> Iterator[Problem]:
    if isinstance(rule, Expr):
        for name in sorted(rule.names - known):
            yield Problem(where, f"“{name}” is not known here", "name an earlier answer, or one of " + ", ".join(FACTS))
