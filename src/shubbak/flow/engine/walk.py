"""A walk through the flow: tokens enter steps, pass, wait, park, and are used up, until everybody who must waits."""

from __future__ import annotations

from collections import deque
from uuid import UUID

from shubbak.kernel.ids import uuid7

from ..answers import typed
from ..definition import ServiceDefinition, Step
from ..expressions import Expr, holds
from ..fees import due_total
from .position import Facts, Group, Plan, Position, Token
from .states import state_of

MAX_PASSES = 500


class Endless(RuntimeError):
    """A flow whose steps pass a token round and round; `soundness` refuses such a flow."""


class Walk:
    """One event's walk. `live` holds every token left, old and new; entering happens in the order of the branches."""

    def __init__(self, service: ServiceDefinition, position: Position, facts: Facts) -> None:
        self.service = service
        self.before = position
        self.decided: str | None = None
        self.names = {**typed(service, facts), "decision": position.decision}
        self.live: dict[UUID, Token] = {token.id: token for token in position.tokens}
        self.reached: list[str] = []
        self.papers: list[str] = []
        self.cancelled: list[UUID] = []
        self.consumed: list[UUID] = []
        self.end: str | None = None
        self._waiting: deque[tuple[str, tuple[Group, ...]]] = deque()

    def decide(self, decision: str | None) -> None:
        """A decision is made, unless the case has it already."""
        if decision and decision != self.before.decision:
            self.decided = self.names["decision"] = decision

    def cancel_all(self) -> None:
        """Every token left loses its sense."""
        was = {token.id for token in self.before.tokens}
        self.cancelled += [token_id for token_id in self.live if token_id in was]
        self.live.clear()
        self._waiting.clear()

    def stop(self, state: str) -> None:
        """The case ends here, whatever was still open."""
        self.cancel_all()
        self.end = state

    def enter(self, step_key: str, groups: tuple[Group, ...]) -> None:
        """Lead a token to a step, and on through every step that lets it pass."""
        self._waiting.append((step_key, groups))
        passes = 0
        while self._waiting:
            passes += 1
            if passes > MAX_PASSES:
                raise Endless(f"{self.service.key}: tokens go round without end near {step_key}")
            key, groups = self._waiting.popleft()
            self._arrive(self.service.step(key), groups)

    def holds(self, condition: Expr | None) -> bool:
        """Whether a condition of the definition holds now."""
        return condition is None or holds(condition.tree, self.names)

    def _arrive(self, step: Step, groups: tuple[Group, ...]) -> None:
        self.reached.append(step.key)
        if step.kind == "end":
            self.stop(step.ends or "closed")
        elif step.kind == "fork":
            self._fork(step, groups)
        elif step.kind == "join":
            self._join(step, groups)
        elif step.kind == "issue" and not step.actions:
            self.papers.append(step.paper or "")
            self._pass(step, groups)
        elif step.kind == "payment" and not due_total(self.service, step.fee_set or "", self.names):
            self._pass(step, groups)
        else:
            self._open(step, groups)

    def _open(self, step: Step, groups: tuple[Group, ...], *, parked: bool = False) -> None:
        token = Token(uuid7(), step.key, parked, groups)
        self.live[token.id] = token

    def _pass(self, step: Step, groups: tuple[Group, ...]) -> None:
        if step.next is not None:
            self._waiting.append((step.next, groups))

    def _fork(self, step: Step, groups: tuple[Group, ...]) -> None:
        open_branches = [branch.to for branch in step.branches if self.holds(branch.when)]
        if not open_branches and step.next is not None:
            self._pass(self.service.step(step.next), groups)
        inner = (*groups, Group(uuid7(), len(open_branches)))
        self._waiting.extend((to, inner) for to in open_branches)

    def _join(self, step: Step, groups: tuple[Group, ...]) -> None:
        if not groups:
            self._pass(step, groups)
            return
        group = groups[-1]
        here = [t.id for t in self.live.values() if t.parked and t.step == step.key and t.group == group.id]
        if len(here) + 1 < group.size:
            self._open(step, groups, parked=True)
            return
        was = {token.id for token in self.before.tokens}
        self.consumed += [token_id for token_id in here if token_id in was]
        for token_id in here:
            del self.live[token_id]
        self._pass(step, groups[:-1])

    def plan(self, *, closed: UUID | None, outcome: str, beginning: bool = False) -> Plan:
        """The difference this walk made."""
        was = {token.id for token in self.before.tokens}
        opened = tuple(token for token_id, token in self.live.items() if token_id not in was)
        steps = [self.service.step(token.step) for token in opened if not token.parked]
        decision = self.decided or self.before.decision
        state = self.end or state_of(self.service, self.live.values(), decision, beginning=beginning)
        return Plan(
            closed=closed,
            outcome=outcome,
            state=state,
            cancelled=tuple(self.cancelled),
            consumed=tuple(self.consumed),
            opened=opened,
            decision=self.decided,
            reached=tuple(self.reached),
            invoices=tuple(step.fee_set or "" for step in steps if step.kind == "payment"),
            papers=tuple(self.papers),
            ended=self.end is not None,
        )
