"""A blind step must be able to do its work without knowing whose case it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import DocumentKind, Field, ServiceDefinition, Step
from ..expressions import Expr
from .problem import Problem


def blind_steps(service: ServiceDefinition) -> Iterator[Problem]:
    """Blind steps that need, ask or branch on what identifies the applicant; and needs that name nothing."""
    asked = list(_asked_anywhere(service))
    hidden = {field.key for _, field in asked if field.tells_who}
    hidden |= {document.key for document in service.documents if document.identifies}
    if any(step.blind for step in service.flow.steps.values()):
        for where, field in asked:
            yield from _leaks(where, field, hidden)
        for i, document in enumerate(service.documents):
            if not document.identifies:
                yield from _by_being_asked(f"documents.{i}", document, hidden)
    there = {field.key for field in service.fields} | {document.key for document in service.documents}
    for key, step in service.flow.steps.items():
        where = f"flow.steps.{key}"
        for i, need in enumerate(step.needs):
            if need not in there:
                what = f"there is no field or document “{need}”"
                yield Problem(f"{where}.needs.{i}", what, "name one of this service's, or take it away")
        if step.blind:
            yield from _needs(step, where, hidden)


def _asked_anywhere(service: ServiceDefinition) -> Iterator[tuple[str, Field]]:
    """The questions of the form and of the steps, each with where it stands."""
    for i, field in enumerate(service.fields):
        yield f"fields.{i}", field
    for key, step in service.flow.steps.items():
        for i, action in enumerate(step.actions):
            for j, field in enumerate(action.fields):
                yield f"flow.steps.{key}.actions.{i}.fields.{j}", field


def _leaks(where: str, field: Field, hidden: set[str]) -> Iterator[Problem]:
    """A question that is not hidden itself and tells what is: by its rows, by what it is worked out from, or by being
    asked at all."""
    if field.identifies or field.kind == "earlier":
        return
    telling = {row.key for row in field.fields if row.tells_who}
    telling |= {name for one in (field, *field.fields) for name in _named(one.value) & hidden}
    if telling:
        what = f"“{field.key}” tells “{min(telling)}”, which identifies the applicant, and a step is blind"
        yield Problem(f"{where}.identifies", what, "write `identifies: yes` here too")
    yield from _by_being_asked(where, field, hidden)
    for i, row in enumerate(field.fields):
        yield from _by_being_asked(f"{where}.fields.{i}", row, hidden)


def _by_being_asked(where: str, one: Field | DocumentKind, hidden: set[str]) -> Iterator[Problem]:
    for rule, asking in (("when", one.when), ("required", one.required)):
        for name in sorted(_named(asking) & hidden):
            what = f"whether “{one.key}” is asked tells “{name}”, which identifies the applicant, and a step is blind"
            yield Problem(f"{where}.{rule}", what, "let it hang on another question, or write `identifies: yes` here")


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
            if field.tells_who:
                yield _tells(spot, field.key)


def _tells(where: str, name: str) -> Problem:
    what = f"a blind step needs “{name}”, which identifies the applicant"
    return Problem(where, what, "take it away, or let the step see (`blind: false`)")


def _asked(field: Field) -> frozenset[str]:
    return _named(field.when) | _named(field.required)


def _named(rule: Expr | bool | None) -> frozenset[str]:
    return rule.names if isinstance(rule, Expr) else frozenset()
