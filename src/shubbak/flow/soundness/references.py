"""Whatever a definition names must exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import ServiceDefinition, Step
from .problem import Problem


def references(service: ServiceDefinition) -> Iterator[Problem]:
    """Steps, fee sets, outputs and reasons named but not there; all but the reasons break the walk."""
    if service.flow.start not in service.flow.steps:
        yield _missing("flow.start", service.flow.start, "step")
    for key, step in service.flow.steps.items():
        where = f"flow.steps.{key}"
        yield from _leads(service, step, where)
        yield from _uses(service, step, where)
    for index, limit in enumerate(service.limits):
        if limit.tacit and limit.tacit.goto not in service.flow.steps:
            yield _missing(f"limits.{index}.tacit.goto", limit.tacit.goto, "step")
        if limit.starts.startswith("step:") and limit.starts[5:] not in service.flow.steps:
            yield _missing(f"limits.{index}.starts", limit.starts[5:], "step")


def _missing(where: str, key: str, kind: str) -> Problem:
    return Problem(where, f"there is no {kind} “{key}”", f"name a {kind} of this service, or add it", breaks=True)


def _leads(service: ServiceDefinition, step: Step, where: str) -> Iterator[Problem]:
    named = [(f"{where}.branches.{i}.to", branch.to) for i, branch in enumerate(step.branches)]
    for i, action in enumerate(step.actions):
        named += [(f"{where}.actions.{i}.to.{j}.step", route.step) for j, route in enumerate(action.to)]
    if step.next is not None:
        named.append((f"{where}.next", step.next))
    named += [(f"{where}.not_same_as.{i}", other) for i, other in enumerate(step.not_same_as)]
    yield from (_missing(spot, key, "step") for spot, key in named if key not in service.flow.steps)


def _uses(service: ServiceDefinition, step: Step, where: str) -> Iterator[Problem]:
    if step.kind == "payment" and step.fee_set not in service.fee_sets:
        yield _missing(f"{where}.fee_set", step.fee_set or "", "fee set")
    if step.kind == "issue" and service.output is None:
        yield Problem(where, "the service has no output to issue", "add `output`, or take this step away")
    elif step.kind == "issue" and service.output and step.paper != service.output.kind:
        yield Problem(f"{where}.paper", f"there is no output “{step.paper}”", f"write {service.output.kind}")
    reasons = {reason.key for reason in service.reasons}
    for i, action in enumerate(step.actions):
        for j, reason in enumerate(action.reasons):
            if reason not in reasons:
                what = f"there is no reason “{reason}”"
                yield Problem(f"{where}.actions.{i}.reasons.{j}", what, "name one of `reasons`, or add it there")
