"""What silence may do: set a decision, and lead on. It never pays, signs or issues."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import Flow, ServiceDefinition, Step, Tacit
from ..paths import action_targets, always_through, deciding, passes, reachable, targets
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
    unsigned = next((key for key in _by_itself(flow, tacit.goto) if _issues(flow.steps[key])), None)
    if unsigned is not None:
        what = f"silence would come to “{unsigned}” without anybody signing"
        yield Problem(f"{where}.goto", what, "lead it to a step where a person acts")
    spoken = {key for step, action in makers for key in action_targets(step, action)}
    outcomes = [key for key, step in flow.steps.items() if step.kind == "issue" or step.ends == "issued"]
    if tacit.decision != "refusal":
        for key, step in flow.steps.items():
            if step.kind == "payment" and any(_jumps(flow, key, spoken, tacit.goto, outcome) for outcome in outcomes):
                yield Problem(f"{where}.goto", f"silence would jump past the payment “{key}”", f"go to {key} or before")


def _issues(step: Step) -> bool:
    """Whether a paper comes out here with nobody signing it."""
    return (step.kind == "issue" and not step.actions) or (step.kind == "end" and step.ends == "issued")


def _jumps(flow: Flow, payment: str, spoken: set[str], goto: str, outcome: str) -> bool:
    """Whether a decision that is spoken comes to this payment on its way to the outcome, and silence does not."""
    if payment not in reachable(flow, spoken) or outcome not in reachable(flow, [payment]):
        return False
    if payment not in reachable(flow, [goto]):
        return True
    return always_through(flow, spoken, [outcome], payment) and not always_through(flow, [goto], [outcome], payment)


def _by_itself(flow: Flow, start: str) -> list[str]:
    """The steps a token comes to from `start` with nobody acting, in its order: those it passes, and the first that it
    does not."""
    seen: dict[str, None] = {}
    waiting = [start]
    while waiting:
        key = waiting.pop(0)
        if key not in seen:
            seen[key] = None
            waiting += targets(flow.steps[key]) if passes(flow.steps[key]) else ()
    return list(seen)
