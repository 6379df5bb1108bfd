"""Every step is reached, and from every step and decision there is a way to an end."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import Flow, ServiceDefinition, Step
from ..paths import action_targets, decides, passes, reachable, targets
from .problem import Problem

Stand = tuple[str, str | None]
_FINAL = ("approval", "refusal")


def ways(service: ServiceDefinition) -> Iterator[Problem]:
    """Steps never reached, positions without a way out, rounds without anybody acting, four eyes that never meet."""
    flow = service.flow
    begins = [flow.start, *(limit.tacit.goto for limit in service.limits if limit.tacit)]
    met = reachable(flow, begins)
    for key in flow.steps:
        if key not in met:
            yield Problem(f"flow.steps.{key}", "no way leads to this step", "lead a route to it, or take it away")
    yield from _dead_ends(service)
    yield from _rounds(flow)
    for key, step in flow.steps.items():
        for i, other in enumerate(step.not_same_as):
            if not flow.steps[other].actions or key not in _after(flow, other):
                what = f"“{other}” is no step of a person that comes before"
                yield Problem(f"flow.steps.{key}.not_same_as.{i}", what, "name an earlier step where somebody acts")


def _after(flow: Flow, key: str) -> set[str]:
    return reachable(flow, targets(flow.steps[key])) - {key}


def _moves(step: Step, decision: str | None) -> Iterator[Stand]:
    """Where a token may go from a step, and the decision it has then."""
    if not step.actions:
        yield from ((key, decision) for key in targets(step))
    for action in step.actions:
        new = decides(action)
        if decision in _FINAL and new is not None and new != decision:
            continue
        yield from ((key, new or decision) for key in action_targets(step, action))


def _dead_ends(service: ServiceDefinition) -> Iterator[Problem]:
    flow = service.flow
    stands: dict[Stand, set[Stand]] = {}
    waiting: list[Stand] = [(flow.start, None)]
    waiting += [(limit.tacit.goto, limit.tacit.decision) for limit in service.limits if limit.tacit]
    while waiting:
        stand = waiting.pop()
        if stand not in stands:
            stands[stand] = set(_moves(flow.steps[stand[0]], stand[1]))
            waiting += stands[stand]
    saved = {stand for stand in stands if flow.steps[stand[0]].kind == "end"}
    while more := {stand for stand, next_ones in stands.items() if stand not in saved and next_ones & saved}:
        saved |= more
    for key, decision in sorted(set(stands) - saved, key=str):
        after = f" once the decision is {decision}" if decision else ""
        mend = "add an action that leads on to an end" + (" without another decision" if decision else "")
        yield Problem(f"flow.steps.{key}", f"there is no way out of this step{after}", mend)


def _rounds(flow: Flow) -> Iterator[Problem]:
    """Steps that a token passes by itself must not lead it round."""
    passed = {key for key, step in flow.steps.items() if passes(step)}
    left = {key: passed & set(targets(flow.steps[key])) for key in passed}
    while free := [key for key, onward in left.items() if not onward & left.keys()]:
        for key in free:
            del left[key]
    if left:
        what = "tokens may go round without end: " + ", ".join(sorted(left))
        yield Problem(f"flow.steps.{min(left)}", what, "put a person in between")
