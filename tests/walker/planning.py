"""The ways through a flow, found on the pure engine before anything is stored: few paths that take every action and
come to every end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from shubbak.flow import engine
from shubbak.flow.answers import check
from shubbak.flow.definition import Field, ServiceDefinition, Step, StepAction
from shubbak.flow.engine import Plan, Position, Token
from shubbak.flow.expressions import Expr
from shubbak.kernel.refusal import Refusal

from .answering import Request, filled, variants, written_answers

Label = tuple[str, ...]
MOST_STATES, MOST_VARIANTS = 4000, 12


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happens to a case: `act`, `pay`, `silence`, `lapse` or `withdraw`."""

    kind: str
    step: str = ""
    action: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.kind, self.step, self.action)))


@dataclass(slots=True)
class State:
    """Where a case stands on the pure engine, with everything that decides what comes next."""

    position: Position
    facts: dict[str, Any]
    events: frozenset[str]
    edges: list[Edge] | None = None


@dataclass(slots=True)
class Edge:
    """A move from a state: what it covers, and the state it leads to (none when the case ends)."""

    move: Move
    covers: frozenset[Label]
    to: State | None
    ends: str = ""


class Ways:
    """All states that a request can come to."""

    def __init__(self, service: ServiceDefinition, request: Request) -> None:
        self.service, self.request = service, request
        clean, faults = check(service, request.answers, request.facts())
        assert not faults, f"{service.key} {request.example}: {[(f.at, str(f.message)) for f in faults]}"
        self.matters = names_that_matter(service)
        facts = {**clean, **request.facts()}
        plan = engine.start(service, facts)
        events = frozenset({"submission", "file_complete", *(f"step:{key}" for key in plan.reached)})
        self.start = State(engine.after(Position("submitted", ()), plan), facts, events)
        self.states: dict[Any, State] = {self._key(self.start): self.start}
        self.begun: frozenset[Label] = frozenset(self._reached(plan))
        self._explore(self.start)

    def follow(self, words: list[str]) -> list[Edge]:
        """The moves of an example's own walk, and on to the nearest end where it stops before one."""
        state, path = self.start, list[Edge]()
        for word in words:
            path.append(self._followed(state, word))
            if path[-1].to is None:
                return path
            state = path[-1].to
        return path + ending(state)

    def _followed(self, state: State, word: str) -> Edge:
        head, *rest = word.split()
        if head == "silence":
            plan = engine.tacit(self.service, state.position, rest[0], state.facts)
            return self._explored(state, Move("silence", action=rest[0]), plan)
        if head == "withdrawn":
            plan = engine.withdraw(self.service, state.position, state.facts)
            return self._explored(state, Move("withdraw"), plan)
        kind, (step, _, action) = ("pay", ("", "", "")) if head == "paid" else ("act", head.partition("."))
        for edge in state.edges or ():
            if edge.move.kind == kind and (kind == "pay" or (edge.move.step, edge.move.action) == (step, action)):
                return self._answering(state, edge.move, written_answers(rest)) if rest else edge
        raise AssertionError(f"{self.service.key} {self.request.example}: “{word}” is not possible")

    def _answering(self, state: State, move: Move, answers: dict[str, Any]) -> Edge:
        """An action with the answers that an example gives it."""
        token = next(token for token in state.position.tokens if token.step == move.step and not token.parked)
        action = self.service.step(move.step).action(move.action)
        assert action is not None
        given = filled(self.service, action.fields, answers, state.facts)
        found = replace(state, facts={**state.facts, **given})
        plan = engine.act(self.service, state.position, token.id, action.key, found.facts)
        return self._explored(found, replace(move, answers=given), plan)

    def _explored(self, state: State, move: Move, plan: Plan) -> Edge:
        """An edge that exploring did not come upon, with everything behind it."""
        edge = self._edge(state.position, *self._done(state, move, plan))
        if edge.to is not None and edge.to.edges is None:
            self._explore(edge.to)
        return edge

    def _edge(self, position: Position, move: Move, plan: Plan, facts: dict[str, Any], events: frozenset[str]) -> Edge:
        covers = frozenset(self._covers(move, plan))
        if plan.ended:
            return Edge(move, covers, None, plan.state)
        following = State(engine.after(position, plan), facts, events)
        return Edge(move, covers, self.states.setdefault(self._key(following), following))

    def _explore(self, start: State) -> None:
        waiting = deque([start])
        while waiting and len(self.states) < MOST_STATES:
            state = waiting.popleft()
            if state.edges is None:
                state.edges = [self._edge(state.position, *found) for found in self._moves(state)]
                waiting.extend(edge.to for edge in state.edges if edge.to is not None)

    def _moves(self, state: State) -> Iterator[tuple[Move, Plan, dict[str, Any], frozenset[str]]]:
        for token in state.position.tokens:
            if not token.parked:
                yield from self._at(state, token)
        for limit in self.service.limits:
            if self._may_be_silent(state, limit.key, limit.starts):
                move = Move("silence", action=limit.key)
                yield self._done(state, move, engine.tacit(self.service, state.position, limit.key, state.facts))
        if state is self.start:
            yield self._done(state, Move("withdraw"), engine.withdraw(self.service, state.position, state.facts))

    def _at(self, state: State, token: Token) -> Iterator[tuple[Move, Plan, dict[str, Any], frozenset[str]]]:
        step = self.service.step(token.step)
        if step.kind == "payment":
            plan = engine.paid(self.service, state.position, token.id, state.facts)
            yield self._done(state, Move("pay", step.key), plan, more=frozenset({"fee_paid"}))
        if step.kind in ("payment", "citizen") and step.promise is not None:
            plan = engine.lapse(self.service, state.position, state.facts)
            yield self._done(state, Move("lapse", step.key), plan)
        for action in engine.available(self.service, state.position, token.id):
            for given in self._answered(step, action, state):
                facts = {**state.facts, **given}
                try:
                    plan = engine.act(self.service, state.position, token.id, action.key, facts)
                except Refusal:
                    continue
                yield self._done(replace(state, facts=facts), Move("act", step.key, action.key, given), plan)

    def _answered(self, step: Step, action: StepAction, state: State) -> Iterator[dict[str, Any]]:
        """The plain answers, and for each question that a condition asks of, answers it may tell apart."""
        base = filled(self.service, action.fields, {}, state.facts)
        yield base
        telling = [one for one in action.fields if one.key in self.matters]
        for one in telling:
            for value in list(variants(one, state.facts))[:MOST_VARIANTS]:
                if value != base.get(one.key):
                    yield from _tried(self.service, action.fields, {**base, one.key: value}, state.facts)

    def _may_be_silent(self, state: State, key: str, starts: str) -> bool:
        kinds = {self.service.step(token.step).kind for token in state.position.tokens if not token.parked}
        if starts not in state.events or kinds & {"citizen", "payment"}:
            return False
        return engine.tacit_applies(self.service, state.position, key)

    def _done(
        self, state: State, move: Move, plan: Plan, more: frozenset[str] = frozenset()
    ) -> tuple[Move, Plan, dict[str, Any], frozenset[str]]:
        return move, plan, state.facts, state.events | more | {f"step:{key}" for key in plan.reached}

    def _covers(self, move: Move, plan: Plan) -> Iterator[Label]:
        if move.kind == "act":
            yield "action", move.step, move.action
            if plan.reached:
                yield "route", move.step, move.action, plan.reached[0]
        else:
            yield tuple(filter(None, (move.kind, move.step, move.action)))
        yield from self._reached(plan)
        if plan.ended:
            yield "end", plan.state

    def _reached(self, plan: Plan) -> Iterator[Label]:
        for key in plan.reached:
            if self.service.step(key).kind == "fork":
                yield from (("branch", key, branch.to) for branch in self._open(key) if branch.to in plan.reached)

    def _open(self, key: str) -> Any:
        return self.service.step(key).branches

    def _key(self, state: State) -> Any:
        tokens = sorted((t.step, t.parked, tuple(g.size for g in t.groups)) for t in state.position.tokens)
        told = tuple(sorted((name, str(state.facts.get(name))) for name in self.matters))
        limits = frozenset(
            event for event in state.events if any(x.starts == event and x.tacit for x in self.service.limits)
        )
        return tuple(tokens), state.position.state, state.position.decision, told, limits


def _tried(
    service: ServiceDefinition, fields: tuple[Field, ...], given: dict[str, Any], facts: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    try:
        yield filled(service, fields, given, facts)
    except AssertionError:
        return


def names_that_matter(service: ServiceDefinition) -> frozenset[str]:
    """The answers of later steps that a route, a branch or a fee asks of: those that can lead elsewhere."""
    rules: list[Expr | None] = []
    for step in service.flow.steps.values():
        rules += [branch.when for branch in step.branches]
        rules += [route.when for action in step.actions for route in action.to]
    for part in service.fee_sets.values():
        rules += [rule for line in part.lines for rule in (line.when, line.amount)]
    asked = {one.key for step in service.flow.steps.values() for action in step.actions for one in action.fields}
    return frozenset(name for rule in rules if rule is not None for name in rule.names) & asked


def names_that_choose(service: ServiceDefinition) -> frozenset[str]:
    """The questions of the form that a route or a branch asks of, also through what is worked out from them."""
    rules = [branch.when for step in service.flow.steps.values() for branch in step.branches]
    rules += [route.when for step in service.flow.steps.values() for one in step.actions for route in one.to]
    names = {name for rule in rules if rule is not None for name in rule.names}
    for one in reversed(service.fields):
        if one.key in names:
            names |= (one.value.names if one.value else set()) | (one.when.names if one.when else set())
    return frozenset(names)


def ideal(service: ServiceDefinition) -> set[Label]:
    """Everything that is written: each action and where it leads, each branch, silence, lapse and end."""
    wanted: set[Label] = {("withdraw",), ("end", "withdrawn")}
    for step in service.flow.steps.values():
        if step.kind == "end":
            wanted.add(("end", step.ends or "closed"))
        if step.kind == "payment":
            wanted.add(("pay", step.key))
        if step.kind in ("payment", "citizen") and step.promise is not None:
            wanted |= {("lapse", step.key), ("end", "lapsed")}
        wanted |= {("branch", step.key, branch.to) for branch in step.branches}
        for action in step.actions:
            wanted.add(("action", step.key, action.key))
            wanted |= {("route", step.key, action.key, route.step) for route in action.to}
    wanted |= {("silence", limit.key) for limit in service.limits if limit.tacit}
    return wanted


def paths(ways: Ways, wanted: set[Label]) -> Iterator[list[Edge]]:
    """Paths from submission to an end that together cover what is wanted and can be; each as long as it still finds
    something new before it must end. What they cover is taken off `wanted`."""
    while True:
        path = _path(ways.start, wanted)
        if not any(edge.covers & wanted for edge in path):
            return
        for edge in path:
            wanted -= edge.covers
        yield path


def _path(start: State, wanted: set[Label]) -> list[Edge]:
    path: list[Edge] = []
    state, left = start, set(wanted)
    while True:
        way = _nearest(state, lambda edge: not edge.ends and edge.covers & left)  # noqa: B023
        way = way or _nearest(state, lambda edge: edge.ends and edge.covers & left)  # noqa: B023
        way = way or _nearest(state, lambda edge: edge.ends == "issued") or _nearest(state, lambda edge: edge.ends)
        assert way, f"no way out of {[token.step for token in state.position.tokens]}"
        path += way
        for edge in way:
            left -= edge.covers
        if way[-1].to is None:
            return path
        state = way[-1].to


def _nearest(start: State, good: Any) -> list[Edge]:
    """The shortest way whose last edge is good; none when there is no such edge ahead."""
    waiting: deque[tuple[State, list[Edge]]] = deque([(start, [])])
    seen = {id(start)}
    while waiting:
        state, way = waiting.popleft()
        for edge in state.edges or ():
            if good(edge):
                return [*way, edge]
        for edge in state.edges or ():
            if edge.to is not None and id(edge.to) not in seen:
                seen.add(id(edge.to))
                waiting.append((edge.to, [*way, edge]))
    return []


def ending(state: State) -> list[Edge]:
    """The shortest way from here to an end."""
    return _nearest(state, lambda edge: edge.ends)
