"""What silence may do: set a decision, and lead on. It never pays, signs or issues."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import Flow, ServiceDefinition, Tacit
from ..paths import action_targets, always_through, deciding, passes, targets
from .problem import Problem


def silence(service: ServiceDefinition) -> Iterator[Problem]:
    """Tacit decisions nobody could have made, that issue by themselves, or that jump past a payment."""
    for i, limit in enumerate(service.limits):
        if limit.tacit:
            yield from _tacit(service.flow, limit.tacit, f"limits.{i}.tacit")


def _tacit(flow: Flow, tacit: Tacit, where: str) -> Iterator[Problem]:
    makers = deciding(flow, tacit.decision)
    if not makers:
        what = f"no step decides “{tacit.decision}”, so nobody is silent"
        yield Problem(f"{where}.decision", what, "let an action say `decides`")
    for key in sorted(_by_itself(flow, tacit.goto)):
        step = flow.steps[key]
        if step.kind == "issue" or (step.kind == "end" and step.ends == "issued"):
            what = f"silence would come to “{key}” without anybody signing"
            yield Problem(f"{where}.goto", what, "lead it to a step where a person acts")
    spoken = {key for step, action in makers for key in action_targets(step, action)}
    outcomes = [key for key, step in flow.steps.items() if step.kind == "issue" or step.ends == "issued"]
    for key, step in flow.steps.items():
        if step.kind != "payment" or tacit.decision == "refusal":
            continue
        for outcome in outcomes:
            if always_through(flow, spoken, [outcome], key) and not always_through(flow, [tacit.goto], [outcome], key):
                yield Problem(f"{where}.goto", f"silence would jump past the payment “{key}”", f"go to {key} or before")
                break


def _by_itself(flow: Flow, start: str) -> set[str]:
    """The steps a token comes to from `start` with nobody acting: those it passes, and the first that it does not."""
    seen, waiting = set(), [start]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += targets(flow.steps[key]) if passes(flow.steps[key]) else ()
    return seen
