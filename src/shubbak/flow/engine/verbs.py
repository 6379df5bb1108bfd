"""What can happen to a case."""

from __future__ import annotations

from uuid import UUID

from shubbak.kernel.refusal import NotNow, NotThere

from ..definition import Limit, ServiceDefinition, StepAction
from ..paths import always_through, decides, deciding
from ..words import Text
from .position import Facts, Group, Plan, Position, Token
from .states import contradicts
from .walk import Walk

_MOVED_ON = Text(
    "لم تعد هذه المهمة مفتوحة؛ حدّث الصفحة لترى أين وصل الطلب.",
    "This task is no longer open; reload the page to see where the case stands.",
)
_NO_ACTION = Text("لا يوجد هذا الإجراء في هذه الخطوة.", "This step has no such action.")
_DECIDED = Text(
    "صدر في الطلب قرار نهائي، وهذا الإجراء يخالفه.",
    "The case already has a final decision, and this action would go against it.",
)
_NO_ROUTE = Text(
    "لا تنطبق أي وجهة لهذا الإجراء على بيانات الطلب؛ أبلغ مصمم الخدمة.",
    "No destination of this action fits the case's answers; tell the service designer.",
)
_ENDED = Text("انتهى الطلب، فلا يمكن هذا.", "The case has ended, so this can no longer be done.")
_NO_SILENCE = Text("لا أثر للسكوت هنا الآن.", "Silence has no effect here now.")


def start(service: ServiceDefinition, facts: Facts) -> Plan:
    """Registration: open the flow at its first step. A payment step whose fees come to nothing lets the token pass."""
    walk = Walk(service, Position("submitted", ()), facts)
    walk.enter(service.flow.start, ())
    return walk.plan(closed=None, outcome="started", beginning=True)


def available(service: ServiceDefinition, position: Position, token_id: UUID) -> tuple[StepAction, ...]:
    """The actions a token offers now: those of its step that would not contradict a final decision."""
    token = position.token(token_id)
    if token is None or token.parked:
        return ()
    actions = service.step(token.step).actions
    return tuple(action for action in actions if not contradicts(position.decision, decides(action)))


def act(service: ServiceDefinition, position: Position, token_id: UUID, action_key: str, facts: Facts) -> Plan:
    """A person's action. NotNow when the token is gone, the action would contradict a final decision or leads nowhere;
    NotThere when the step has no such action. An action of kind `record` that names no destination leaves the token
    where it stands (`closed` is None)."""
    token = _open_token(position, token_id)
    step = service.step(token.step)
    action = step.action(action_key)
    if action is None:
        raise NotThere("no_such_action", _NO_ACTION)
    if contradicts(position.decision, decides(action)):
        raise NotNow("already_decided", _DECIDED)
    walk = Walk(service, position, facts)
    if action.kind == "withdraw":
        return _stopped(walk, "withdrawn", outcome=action.key, token=token)
    walk.decide(decides(action))
    if action.kind == "record" and not action.to and step.next is None:
        return walk.plan(closed=None, outcome=action.key)
    if step.kind == "issue" and action.kind in ("approve", "record"):
        walk.papers.append(step.paper or "")
    target = _target(walk, action, step.next)
    groups = _leave(walk, token, alone=action.kind == "reject")
    walk.enter(target, groups)
    return walk.plan(closed=token.id, outcome=action.key)


def paid(service: ServiceDefinition, position: Position, token_id: UUID, facts: Facts) -> Plan:
    """The payment a token waited for is in: it goes on. NotNow when the token is gone or waits for no payment."""
    return _go_on(service, position, token_id, {**facts, "paid": True}, kind="payment", outcome="paid")


def issued(service: ServiceDefinition, position: Position, token_id: UUID, facts: Facts) -> Plan:
    """The issue step a token waited at is done without an action of a person: its paper is issued and it goes on."""
    return _go_on(service, position, token_id, facts, kind="issue", outcome="issued")


def tacit_applies(service: ServiceDefinition, position: Position, limit_key: str) -> bool:
    """Whether silence would speak now: the limit has a tacit decision, none stands against it, and no payment is owed
    between here and that decision (silence never excuses one)."""
    limit = _limit(service, limit_key)
    if limit is None or limit.tacit is None or not position.tokens:
        return False
    if position.decision == limit.tacit.decision or contradicts(position.decision, limit.tacit.decision):
        return False
    makers = [step.key for step, _ in deciding(service.flow, limit.tacit.decision)]
    return not any(_owes(service, token.step, makers) for token in position.tokens)


def tacit(service: ServiceDefinition, position: Position, limit_key: str, facts: Facts) -> Plan:
    """Silence spoke: the limit's decision stands and the case goes on at the step it names. Never a payment or a paper:
    NotNow when `tacit_applies` says no. `soundness` keeps the named step outside every fork."""
    limit = _limit(service, limit_key)
    if limit is None or limit.tacit is None or not tacit_applies(service, position, limit_key):
        raise NotNow("no_tacit_decision", _NO_SILENCE)
    walk = Walk(service, position, facts)
    walk.decide(limit.tacit.decision)
    walk.cancel_all()
    walk.enter(limit.tacit.goto, ())
    return walk.plan(closed=None, outcome=f"tacit:{limit_key}")


def withdraw(service: ServiceDefinition, position: Position, facts: Facts) -> Plan:
    """The applicant takes the case back: possible until it ended."""
    return _stopped(Walk(service, position, facts), "withdrawn", outcome="withdrawn", token=None)


def lapse(service: ServiceDefinition, position: Position, facts: Facts) -> Plan:
    """What was asked of the citizen never came: the case ends as lapsed."""
    return _stopped(Walk(service, position, facts), "lapsed", outcome="lapsed", token=None)


def _open_token(position: Position, token_id: UUID) -> Token:
    token = position.token(token_id)
    if token is None or token.parked:
        raise NotNow("task_not_open", _MOVED_ON)
    return token


def _owes(service: ServiceDefinition, step: str, goals: list[str]) -> bool:
    payments = [key for key, other in service.flow.steps.items() if other.kind == "payment"]
    return step in payments or any(always_through(service.flow, [step], goals, payment) for payment in payments)


def _limit(service: ServiceDefinition, key: str) -> Limit | None:
    return next((limit for limit in service.limits if limit.key == key), None)


def _target(walk: Walk, action: StepAction, following: str | None) -> str:
    for route in action.to:
        if walk.holds(route.when):
            return route.step
    if following is None or action.to:
        raise NotNow("no_route", _NO_ROUTE)
    return following


def _leave(walk: Walk, token: Token, *, alone: bool) -> tuple[Group, ...]:
    """Take the token off its step; a rejection takes every other token with it and leaves all forks."""
    del walk.live[token.id]
    if not alone:
        return token.groups
    walk.cancel_all()
    return ()


def _go_on(
    service: ServiceDefinition, position: Position, token_id: UUID, facts: Facts, *, kind: str, outcome: str
) -> Plan:
    token = _open_token(position, token_id)
    step = service.step(token.step)
    if step.kind != kind or step.next is None:
        raise NotNow("task_not_open", _MOVED_ON)
    walk = Walk(service, position, facts)
    if kind == "issue":
        walk.papers.append(step.paper or "")
    walk.enter(step.next, _leave(walk, token, alone=False))
    return walk.plan(closed=token.id, outcome=outcome)


def _stopped(walk: Walk, state: str, *, outcome: str, token: Token | None) -> Plan:
    if not walk.live:
        raise NotNow("case_ended", _ENDED)
    if token is not None:
        _leave(walk, token, alone=False)
    walk.stop(state)
    return walk.plan(closed=token.id if token else None, outcome=outcome)
