"""Random services and random histories: whatever the designer draws and whoever acts, no case is ever stuck."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from shubbak.flow.definition import ServiceDefinition, StepAction, read, to_tree
from shubbak.flow.engine import (
    Plan,
    Position,
    Token,
    act,
    after,
    available,
    issued,
    lapse,
    paid,
    start,
    tacit,
    tacit_applies,
    withdraw,
)
from shubbak.flow.paths import action_targets, reachable
from shubbak.flow.soundness import problems
from shubbak.flow.vocabulary import STATES

from .random_flows import harmed, trees

FACTS = st.fixed_dictionaries({"tall": st.booleans(), "area": st.sampled_from(["0", "3", "9", None])})
UNHURRIED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
Option = tuple[Token, StepAction | None]
END = {"issued", "closed", "rejected", "withdrawn", "lapsed"}
FINAL = {"approval", "refusal"}


def _checked(before: Position, plan: Plan) -> Position:
    """What every plan keeps, whatever happened."""
    had = {token.id for token in before.tokens}
    gone = [i for i in (plan.closed, *plan.cancelled, *plan.consumed) if i]
    assert len(gone) == len(set(gone)) and set(gone) <= had
    assert not had & {token.id for token in plan.opened}
    now = after(before, plan)
    assert plan.state in STATES
    assert plan.ended == (not now.tokens) == (plan.state in END)
    assert plan.decision is None or before.decision not in FINAL
    assert now.state != "submitted" or plan.outcome == "started"
    for group in {g for token in now.tokens for g in token.groups}:
        inside = [t for t in now.tokens if group in t.groups]
        arrived = [t for t in inside if t.parked and t.groups[-1] == group]
        assert len(arrived) < group.size
        assert any(not t.parked for t in inside)
    return now


def _options(service: ServiceDefinition, position: Position) -> list[Option]:
    found: list[Option] = []
    for token in position.tokens:
        if not token.parked:
            actions = available(service, position, token.id)
            found += [(token, action) for action in actions] or [(token, None)]
    return found


def _happen(service: ServiceDefinition, position: Position, option: Option, facts: Any) -> Plan:
    token, action = option
    if action:
        return act(service, position, token.id, action.key, facts)
    go_on = paid if service.step(token.step).kind == "payment" else issued
    return go_on(service, position, token.id, facts)


def _history(service: ServiceDefinition, data: st.DataObject, length: int) -> Position:
    plan = start(service, data.draw(FACTS))
    position = _checked(Position("submitted", ()), plan)
    for _ in range(length):
        if not position.tokens:
            break
        facts = data.draw(FACTS)
        chance = data.draw(st.integers(0, 24))
        if service.limits and chance < 3 and tacit_applies(service, position, "law"):
            plan = tacit(service, position, "law", facts)
            assert not plan.papers
        elif chance == 24:
            plan = data.draw(st.sampled_from([withdraw, lapse]))(service, position, facts)
        else:
            plan = _happen(service, position, data.draw(st.sampled_from(_options(service, position))), facts)
        position = _checked(position, plan)
    return position


def _led_out(service: ServiceDefinition, position: Position, data: st.DataObject) -> None:
    """From here there is a way to an end: take the action whose target lies nearest to one."""
    far = _distances(service)
    for _ in range(400):
        if not position.tokens:
            return

        def cost(option: Option) -> tuple[int, str]:
            token, action = option
            if action is None:
                return 0, token.step
            if action.kind == "withdraw" or (not action.to and service.step(token.step).next is None):
                return 10_000, token.step
            return min(far[key] for key in action_targets(service.step(token.step), action)), token.step

        best = min(_options(service, position), key=cost)
        assert cost(best)[0] < 10_000
        position = _checked(position, _happen(service, position, best, data.draw(FACTS)))
    raise AssertionError(f"no end in sight from {position}")


def _distances(service: ServiceDefinition) -> dict[str, int]:
    steps = service.flow.steps
    far = {key: 0 if step.kind == "end" else 10_000 for key, step in steps.items()}
    for _ in steps:
        for key, step in steps.items():
            onward = [t for a in step.actions for t in action_targets(step, a)] if step.actions else []
            onward += [branch.to for branch in step.branches] + ([step.next] if step.next else [])
            far[key] = min([far[key], *(1 + far[t] for t in onward)])
    return far


@UNHURRIED
@given(trees(), st.data())
def test_no_reachable_state_without_a_way_out(tree: dict[str, Any], data: st.DataObject) -> None:
    service = read(tree)
    assume(not problems(service))
    assert read(to_tree(service)) == service
    _led_out(service, _history(service, data, length=25), data)


@UNHURRIED
@given(harmed(), st.data())
def test_what_is_called_sound_is_sound_however_it_was_drawn(tree: dict[str, Any], data: st.DataObject) -> None:
    service = read(tree)
    found = problems(service)
    assert all(problem.where and problem.what and problem.mend for problem in found)
    assume(not found)
    _led_out(service, _history(service, data, length=25), data)


@UNHURRIED
@given(trees())
def test_the_grammar_of_random_flows_is_mostly_sound(tree: dict[str, Any]) -> None:
    """Only two things the grammar does are unsound: signing by itself after silence, and refusing after approval."""
    for problem in problems(read(tree)):
        assert "without anybody signing" in problem.what or "is approval" in problem.what, problem


@UNHURRIED
@given(trees())
def test_a_step_that_nothing_leads_to_is_found(tree: dict[str, Any]) -> None:
    steps = tree["flow"]["steps"]
    steps["island"] = {**steps["done"]}
    service = read(tree)
    assert "island" not in reachable(service.flow, [service.flow.start])
    assert "flow.steps.island" in {problem.where for problem in problems(service)}
