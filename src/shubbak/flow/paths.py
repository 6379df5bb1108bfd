"""Ways through a flow, as a graph of steps: what leads where, whatever the conditions say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .definition import Flow, Step, StepAction


def targets(step: Step) -> Iterator[str]:
    """Every step a token may go to from this one, in the order written; withdrawal leads nowhere."""
    for branch in step.branches:
        yield branch.to
    for action in step.actions:
        yield from action_targets(step, action)
    if step.next is not None:
        yield step.next


def action_targets(step: Step, action: StepAction) -> tuple[str, ...]:
    """Where one action of a step may lead."""
    if action.kind == "withdraw":
        return ()
    if action.to:
        return tuple(route.step for route in action.to)
    return (step.next,) if step.next is not None else ()


def reachable(flow: Flow, sources: Iterable[str], *, without: str | None = None) -> set[str]:
    """The sources and all steps a token may come to from them, never stepping on `without`."""
    waiting = [key for key in sources if key != without]
    seen = set(waiting)
    while waiting:
        for key in targets(flow.steps[waiting.pop()]):
            if key not in seen and key != without:
                seen.add(key)
                waiting.append(key)
    return seen


def always_through(flow: Flow, sources: Iterable[str], goals: Iterable[str], via: str) -> bool:
    """Whether some goal can be reached from the sources, and only by stepping on `via` first."""
    sources, goals = list(sources), set(goals)
    return bool(reachable(flow, sources) & goals) and not reachable(flow, sources, without=via) & goals


def passes(step: Step) -> bool:
    """Whether a token may pass this step without anybody acting at it (a payment may come to nothing)."""
    return step.kind in ("fork", "join", "payment") or (step.kind == "issue" and not step.actions)


def decides(action: StepAction) -> str | None:
    """The decision an action makes: the one it names; a rejection names refusal without saying so."""
    return action.decides or ("refusal" if action.kind == "reject" else None)


def deciding(flow: Flow, decision: str) -> list[tuple[Step, StepAction]]:
    """The steps and actions that make a decision."""
    return [(s, a) for s in flow.steps.values() for a in s.actions if decides(a) == decision]
