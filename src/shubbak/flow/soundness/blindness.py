"""A blind step must be able to do its work without knowing whose case it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import Field, ServiceDefinition, Step
from ..expressions import Expr
from .problem import Problem


def blind_steps(service: ServiceDefinition) -> Iterator[Problem]:
    """Blind steps that need, ask or branch on what identifies the applicant; and needs that name nothing."""
    hidden = {field.key for field in service.fields if field.identifies}
    hidden |= {document.key for document in service.documents if document.identifies}
    if any(step.blind for step in service.flow.steps.values()):
        yield from _leaks(service, hidden)
    there = {field.key for field in service.fields} | {document.key for document in service.documents}
    for key, step in service.flow.steps.items():
        where = f"flow.steps.{key}"
        for i, need in enumerate(step.needs):
            if need not in there:
                what = f"there is no field or document “{need}”"
                yield Problem(f"{where}.needs.{i}", what, "name one of this service's, or take it away")
        if step.blind:
            yield from _needs(step, where, hidden)


def _leaks(service: ServiceDefinition, hidden: set[str]) -> Iterator[Problem]:
    """Groups and computed fields that tell what is hidden, and are not hidden themselves."""
    for i, field in enumerate(service.fields):
        telling = {row.key for row in field.fields if row.identifies} | (_named(field.value) & hidden)
        if telling and not field.identifies:
            what = f"“{field.key}” tells “{min(telling)}”, which identifies the applicant, and a step is blind"
            yield Problem(f"fields.{i}.identifies", what, "write `identifies: yes` here too")


def _needs(step: Step, where: str, hidden: set[str]) -> Iterator[Problem]:
    if step.kind not in ("work", "issue"):
        yield Problem(f"{where}.blind", f"a {step.kind} step cannot be blind", "only a person of the office acts blind")
    for i, need in enumerate(step.needs):
        if need in hidden:
            yield _tells(f"{where}.needs.{i}", need)
    for i, action in enumerate(step.actions):
        for j, route in enumerate(action.to):
            yield from (_tells(f"{where}.actions.{i}.to.{j}", name) for name in _named(route.when) & hidden)
        for j, field in enumerate(action.fields):
            spot = f"{where}.actions.{i}.fields.{j}"
            yield from (_tells(spot, name) for name in sorted(_asked(field) & hidden))
            if field.identifies:
                yield _tells(spot, field.key)


def _tells(where: str, name: str) -> Problem:
    what = f"a blind step needs “{name}”, which identifies the applicant"
    return Problem(where, what, "take it away, or let the step see (`blind: false`)")


def _asked(field: Field) -> frozenset[str]:
    return _named(field.when) | _named(field.required)


def _named(rule: Expr | bool | None) -> frozenset[str]:
    return rule.names if isinstance(rule, Expr) else frozenset()
