"""Each step by itself: known kinds and roles, and what its kind must and must not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shubbak.kernel.actor import Role

from .. import vocabulary as known
from ..definition import Limit, ServiceDefinition, Step, StepAction
from .problem import Problem

_PLACE = re.compile(r"home|parent|seat|agency:[a-z0-9_-]+")
_ROLES = {role.value for role in Role}


def steps(service: ServiceDefinition) -> Iterator[Problem]:
    """Problems of single steps, their actions, and of the limits."""
    for key, step in service.flow.steps.items():
        where = f"flow.steps.{key}"
        yield from _words(step, where)
        yield from _shape(step, where)
        for i, action in enumerate(step.actions):
            yield from _action(step, action, f"{where}.actions.{i}")
        keys = [action.key for action in step.actions]
        for twice in sorted({k for k in keys if keys.count(k) > 1}):
            yield Problem(f"{where}.actions", f"two actions are called “{twice}”", "give each its own key")
    for i, limit in enumerate(service.limits):
        yield from _limit(limit, f"limits.{i}")


def _one_of(
    where: str, value: str | None, words: tuple[str, ...] | set[str], *, breaks: bool = False
) -> Iterator[Problem]:
    if value is not None and value not in words:
        yield Problem(where, f"“{value}” is not known here", "write one of " + ", ".join(sorted(words)), breaks)


def _words(step: Step, where: str) -> Iterator[Problem]:
    yield from _one_of(f"{where}.kind", step.kind, known.STEP_KINDS, breaks=True)
    yield from _one_of(f"{where}.role", step.role, _ROLES)
    yield from _one_of(f"{where}.duty", step.duty, known.DUTIES)
    yield from _one_of(f"{where}.assignment", step.assignment, ("queue", "draw"))
    yield from _one_of(f"{where}.ends", step.ends, known.END_STATES)
    if not _PLACE.fullmatch(step.place):
        yield Problem(f"{where}.place", f"“{step.place}” is not a place", "write home, parent, seat or agency:<key>")
    if step.promise:
        yield from _one_of(f"{where}.promise.unit", step.promise.unit, ("calendar", "working"))
    if step.escalate:
        yield from _one_of(f"{where}.escalate.role", step.escalate.role, _ROLES)
        yield from _one_of(f"{where}.escalate.unit", step.escalate.unit, ("calendar", "working"))


def _shape(step: Step, where: str) -> Iterator[Problem]:
    acting = step.kind in ("work", "citizen") or (step.kind == "issue" and step.actions)
    if step.kind in ("work", "citizen") and not step.actions:
        yield Problem(where, "nobody can do anything at this step", "give it at least one action")
    if step.actions and not acting:
        yield Problem(f"{where}.actions", f"a {step.kind} step has no actions", "take them away", breaks=True)
    if acting and step.kind != "citizen" and step.role is None:
        yield Problem(where, "nobody is named to act at this step", "write its `role`")
    if step.kind in ("payment", "join") and step.next is None:
        yield Problem(where, f"a {step.kind} step leads nowhere", "write `next`", breaks=True)
    if step.kind == "issue" and not step.actions and step.next is None:
        yield Problem(where, "an issue step without actions leads nowhere", "write `next`", breaks=True)
    if step.kind == "end" and step.ends is None:
        yield Problem(where, "an end step does not say how the case ends", "write `ends`")
    if step.kind in ("end", "work", "citizen") and step.next is not None:
        yield Problem(f"{where}.next", f"a {step.kind} step has no `next`", "let its actions say `to`", breaks=True)
    judges = any(a.kind in ("approve", "reject") or a.decides for a in step.actions)
    if step.kind == "work" and judges and step.duty in (None, "front", "collect"):
        what = "this step judges the case, and its duty would let the front office or the cashier do it"
        yield Problem(f"{where}.duty", what, "write `duty: examine`, `inspect`, `approve` or `reply`")
    if step.kind == "fork":
        yield from _fork(step, where)
    elif step.branches:
        yield Problem(f"{where}.branches", "only a fork has branches", "make it a fork, or take them away", breaks=True)


def _fork(step: Step, where: str) -> Iterator[Problem]:
    if not step.branches:
        yield Problem(where, "a fork without branches", "write `branches`", breaks=True)
    if step.next is None and all(branch.when for branch in step.branches):
        what = "every branch has a condition, so perhaps none opens"
        yield Problem(where, what, "write `next`: the join that closes this fork", breaks=True)
    starts = [branch.to for branch in step.branches]
    if len(set(starts)) < len(starts):
        yield Problem(f"{where}.branches", "two branches begin at the same step", "give each its own step")


def _action(step: Step, action: StepAction, where: str) -> Iterator[Problem]:
    yield from _one_of(f"{where}.kind", action.kind, known.ACTION_KINDS)
    yield from _one_of(f"{where}.decides", action.decides, known.DECISIONS)
    for i, route in enumerate(action.to[:-1]):
        if route.when is None:
            yield Problem(f"{where}.to.{i}", "what follows is never reached", "put the route without `when` last")
    if action.to and action.to[-1].when is not None:
        yield Problem(f"{where}.to", "perhaps no route fits", "let the last route have no `when`")
    stays = action.kind in ("record", "withdraw") and step.kind != "issue"
    if not action.to and step.next is None and not stays:
        yield Problem(where, "the action leads nowhere", "write `to`")
    if action.kind == "reject" and not action.reasons:
        yield Problem(where, "a rejection without reasons to choose from", "name `reasons`")
    if action.kind == "reject" and action.decides not in (None, "refusal"):
        yield Problem(f"{where}.decides", "a rejection decides a refusal", "leave `decides` out")
    if step.kind == "citizen" and action.decides:
        yield Problem(f"{where}.decides", "the citizen does not decide her own case", "decide at a step of the office")


def _limit(limit: Limit, where: str) -> Iterator[Problem]:
    yield from _one_of(f"{where}.kind", limit.kind, ("law", "promise"))
    yield from _one_of(f"{where}.unit", limit.unit, ("calendar", "working"))
    yield from _one_of(f"{where}.rollover", limit.rollover, ("none", "next_working"))
    if not limit.starts.startswith("step:"):
        yield from _one_of(f"{where}.starts", limit.starts, known.STARTS)
    for i, state in enumerate(limit.pauses):
        yield from _one_of(f"{where}.pauses.{i}", state, known.STATES)
    if limit.days < 0:
        yield Problem(f"{where}.days", "a limit of less than no days", "write 0 or more")
    if limit.kind == "law" and not limit.source and not limit.illustrative:
        yield Problem(where, "a limit of law without a source", "write `source`, or `illustrative: true`")
    if limit.tacit:
        yield from _one_of(f"{where}.tacit.decision", limit.tacit.decision, known.DECISIONS)
        if limit.kind != "law":
            yield Problem(f"{where}.tacit", "only the law makes silence speak", "make it a limit of law")
