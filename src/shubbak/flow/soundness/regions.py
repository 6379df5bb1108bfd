"""Forks and joins fit into each other like brackets."""

from __future__ import annotations

from collections.abc import Iterator

from ..definition import ServiceDefinition, Step
from ..paths import action_targets, decides, reachable
from .problem import Problem

Forks = tuple[str, ...]


def regions(service: ServiceDefinition) -> Iterator[Problem]:
    """Walk every way, keeping count of the forks a token is in; a step must always be met inside the same ones."""
    steps = service.flow.steps
    inside: dict[str, Forks] = {}
    closed_by: dict[str, set[str]] = {}
    found: list[Problem] = []
    waiting: list[tuple[str, Forks]] = [(service.flow.start, ())]
    waiting += [(limit.tacit.goto, ()) for limit in service.limits if limit.tacit]
    while waiting:
        key, forks = waiting.pop()
        if key in inside:
            if inside[key] != forks and steps[key].kind != "end":
                found.append(_crossed(key, inside[key], forks))
            continue
        inside[key] = forks
        step = steps[key]
        if step.kind == "join" and forks:
            closed_by.setdefault(forks[-1], set()).add(key)
        found += _alone(step, forks)
        waiting += _onward(step, forks)
    yield from found
    for key, step in steps.items():
        if step.kind == "fork" and key in inside:
            yield from _closing(service, step, closed_by.get(key, set()))


def _onward(step: Step, forks: Forks) -> Iterator[tuple[str, Forks]]:
    if step.kind == "fork":
        yield from ((branch.to, (*forks, step.key)) for branch in step.branches)
    elif step.kind == "join":
        yield step.next or "", forks[:-1]
    elif step.actions:
        for action in step.actions:
            yield from ((key, () if action.kind == "reject" else forks) for key in action_targets(step, action))
    if step.kind in ("payment", "issue") and step.next is not None:
        yield step.next, forks


def _alone(step: Step, forks: Forks) -> Iterator[Problem]:
    where = f"flow.steps.{step.key}"
    if step.kind == "join" and not forks:
        yield Problem(where, "this join closes no fork", "open a fork before it, or take it away")
    if step.kind == "end" and forks:
        yield Problem(where, f"a branch of “{forks[-1]}” ends the case", "lead it to the join, or make it a rejection")
    for i, action in enumerate(step.actions):
        if forks and decides(action) and action.kind != "reject":
            what = f"a decision inside a branch of “{forks[-1]}”"
            yield Problem(f"{where}.actions.{i}.decides", what, "let a step after the join decide")


def _crossed(key: str, one: Forks, other: Forks) -> Problem:
    def named(forks: Forks) -> str:
        return "inside “" + "” in “".join(reversed(forks)) + "”" if forks else "outside every fork"

    what = f"reached {named(one)} and also {named(other)}"
    return Problem(f"flow.steps.{key}", what, "let ways leave a fork only by its join, and enter only by its branches")


def _closing(service: ServiceDefinition, fork: Step, joins: set[str]) -> Iterator[Problem]:
    where = f"flow.steps.{fork.key}"
    if len(joins) != 1:
        named = ", ".join(sorted(joins)) or "none"
        yield Problem(where, f"one join must close a fork, here: {named}", "lead all its branches to one join")
        return
    join = next(iter(joins))
    for i, branch in enumerate(fork.branches):
        if join not in reachable(service.flow, [branch.to]):
            yield Problem(f"{where}.branches.{i}", f"this branch never comes to “{join}”", "lead it there")
    if fork.next not in (None, join):
        yield Problem(f"{where}.next", f"the join that closes this fork is “{join}”", f"write {join}, or leave it out")
