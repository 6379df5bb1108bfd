"""What happens to tokens."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.engine import (
    Position,
    act,
    after,
    available,
    groups_from_json,
    groups_to_json,
    issued,
    lapse,
    paid,
    start,
    tacit,
    tacit_applies,
    withdraw,
)
from shubbak.flow.soundness import problems
from shubbak.kernel.refusal import NotNow, NotThere

from .making import action, at, begun, citizen, fork, issue, join, limit, payment, service, work

FACTS: dict[str, Any] = {"area": "10"}


def _sound(begin: str, steps: dict[str, Any], **more: Any) -> ServiceDefinition:
    made = service(begin, steps, **more)
    assert problems(made) == []
    return made


def _do(made: ServiceDefinition, position: Position, *path: str, facts: dict[str, Any] | None = None) -> Position:
    """Follow `step.action`, `step paid` and `step issued`."""
    facts = FACTS if facts is None else facts
    for word in path:
        if "." in word:
            step, key = word.split(".")
            plan = act(made, position, at(position, step).id, key, facts)
        else:
            step, event = word.split()
            plan = {"paid": paid, "issued": issued}[event](made, position, at(position, step).id, facts)
        position = after(position, plan)
    return position


STRAIGHT = {
    "review": work(action("ok", "approve", "fee"), action("back", "return", "fix"), action("no", "reject", "refused")),
    "fix": citizen("review"),
    "fee": payment("area", "head"),
    "head": work(action("ok", "approve", "sign", decides="approval"), action("no", "reject", "refused")),
    "sign": issue("hand", action("sign", "approve")),
    "hand": work(action("given", "record", "done")),
}


def test_a_straight_case_from_submission_to_permit() -> None:
    made = _sound("review", STRAIGHT)
    position = begun(start(made, FACTS))
    seen = [position.state]
    for word in ("review.back", "fix.send", "review.ok", "fee paid", "head.ok"):
        position = _do(made, position, word)
        seen.append(position.state)
    assert seen == ["submitted", "waiting_citizen", "in_progress", "waiting_payment", "in_progress", "approved"]
    signed = act(made, position, at(position, "sign").id, "sign", FACTS)
    assert (signed.papers, signed.state) == (("permit",), "approved")
    last = act(made, after(position, signed), signed.opened[0].id, "given", FACTS)
    assert (last.ended, last.state, last.reached) == (True, "issued", ("done",))


def test_a_payment_of_nothing_lets_the_case_pass() -> None:
    made = _sound("review", STRAIGHT)
    position = begun(start(made, {}))
    free = act(made, position, at(position, "review").id, "ok", {})
    assert (free.invoices, free.reached) == ((), ("fee", "head"))
    owed = act(made, position, at(position, "review").id, "ok", FACTS)
    assert (owed.invoices, owed.reached, owed.state) == (("area",), ("fee",), "waiting_payment")


def test_what_is_not_there_or_not_now_is_refused() -> None:
    made = _sound("review", STRAIGHT)
    position = begun(start(made, FACTS))
    token = at(position, "review")
    with pytest.raises(NotThere):
        act(made, position, token.id, "fly", FACTS)
    for refused in (act, lambda s, p, t, _, f: paid(s, p, t, f)):
        with pytest.raises(NotNow):
            refused(made, position, uuid4(), "ok", FACTS)
    with pytest.raises(NotNow):
        paid(made, position, token.id, FACTS)


def test_withdrawal_and_lapse_end_what_has_not_ended() -> None:
    made = _sound("review", STRAIGHT)
    position = begun(start(made, FACTS))
    gone = withdraw(made, position, FACTS)
    assert (gone.state, gone.ended, gone.cancelled) == ("withdrawn", True, (position.tokens[0].id,))
    assert lapse(made, position, FACTS).state == "lapsed"
    with pytest.raises(NotNow):
        withdraw(made, after(position, gone), FACTS)


PARALLEL = {
    "open": fork("civil if tall", "water", "deep"),
    "civil": work(action("ok", "approve", "meet"), action("no", "reject", "refused")),
    "water": work(action("ok", "approve", "meet"), action("back", "return", "fix")),
    "fix": citizen("water"),
    "deep": fork("left", "right if tall"),
    "left": work(action("ok", "approve", "close")),
    "right": work(action("ok", "approve", "close")),
    "close": join("meet"),
    "meet": join("head"),
    "head": work(action("ok", "approve", "paper", decides="approval"), action("no", "reject", "refused")),
    "paper": issue("done"),
}


def test_joins_wait_for_what_their_fork_opened_nested_too() -> None:
    made = _sound("open", PARALLEL)
    facts = {"tall": True}
    position = begun(start(made, facts))
    assert [t.step for t in position.tokens] == ["civil", "water", "left", "right"]
    assert [t.group_size for t in position.tokens] == [3, 3, 2, 2]
    position = _do(made, position, "left.ok", "civil.ok", facts=facts)
    assert sorted((t.step, t.parked) for t in position.tokens) == [
        ("close", True),
        ("meet", True),
        ("right", False),
        ("water", False),
    ]
    inner = act(made, position, at(position, "right").id, "ok", facts)
    assert inner.reached == ("close", "meet")
    assert [(t.step, t.parked, len(t.groups)) for t in inner.opened] == [("meet", True, 1)]
    assert len(inner.consumed) == 1
    position = _do(made, after(position, inner), "water.back", facts=facts)
    assert position.state == "waiting_citizen"
    position = _do(made, position, "fix.send", facts=facts)
    last = act(made, position, at(position, "water").id, "ok", facts)
    assert len(last.consumed) == 2
    assert [(t.step, t.groups) for t in last.opened] == [("head", ())]


def test_a_fork_opens_only_the_branches_that_apply() -> None:
    made = _sound("open", PARALLEL)
    position = begun(start(made, {"tall": False}))
    assert [(t.step, t.group_size) for t in position.tokens] == [("water", 2), ("left", 1)]
    position = _do(made, position, "left.ok", "water.ok", facts={})
    assert [t.step for t in position.tokens] == ["head"]


def test_a_fork_of_which_no_branch_applies_goes_on_after_its_join() -> None:
    made = _sound("open", {**PARALLEL, "open": fork("civil if tall", "water if tall", "deep if tall", to="meet")})
    assert [t.step for t in start(made, {}).opened] == ["head"]


def test_a_rejection_in_a_branch_ends_every_other() -> None:
    made = _sound("open", PARALLEL)
    position = _do(made, begun(start(made, {"tall": True})), "left.ok", facts={"tall": True})
    plan = act(made, position, at(position, "civil").id, "no", {"tall": True})
    assert (plan.state, plan.decision, plan.ended) == ("rejected", "refusal", True)
    assert {plan.closed, *plan.cancelled} == {t.id for t in position.tokens}
    assert not plan.opened


def test_groups_are_stored_and_read_again() -> None:
    made = _sound("open", PARALLEL)
    for token in start(made, {"tall": True}).opened:
        assert groups_from_json(groups_to_json(token.groups)) == token.groups


def test_what_waits_on_the_citizen_is_told_first() -> None:
    steps = {
        "open": fork("a", "b", "c"),
        "a": work(action("back", "return", "fix")),
        "fix": citizen("meet"),
        "b": payment("review", "meet"),
        "c": work(action("ok", "approve", "meet")),
        "meet": join("head"),
        "head": work(action("ok", "approve", "done")),
    }
    made = _sound("open", steps)
    position = begun(start(made, FACTS))
    assert position.state == "waiting_payment"
    assert _do(made, position, "a.back").state == "waiting_citizen"
    assert _do(made, position, "b paid").state == "in_progress"


SILENT = {**STRAIGHT, "review": work(action("ok", "approve", "head")), "fee": payment("area", "sign")}
SILENT["head"] = work(action("ok", "approve", "fee", decides="approval"), action("no", "reject", "refused"))
SILENT["sign"] = issue("hand", action("sign", "approve"), action("no", "reject", "refused"))
del SILENT["fix"]


def test_silence_decides_and_the_case_goes_on_to_pay_and_sign() -> None:
    made = _sound("review", SILENT, limits=[limit("approval", "fee")])
    position = begun(start(made, FACTS))
    plan = tacit(made, position, "law", FACTS)
    assert (plan.decision, plan.state, plan.outcome) == ("approval", "waiting_payment", "tacit:law")
    assert (plan.papers, plan.invoices, plan.cancelled) == ((), ("area",), (position.tokens[0].id,))
    position = _do(made, after(position, plan), "fee paid")
    token = at(position, "sign")
    assert [a.key for a in available(made, position, token.id)] == ["sign"]
    with pytest.raises(NotNow) as refused:
        act(made, position, token.id, "no", FACTS)
    assert refused.value.code == "already_decided"


def test_silence_is_heard_once_and_never_excuses_a_payment() -> None:
    made = _sound("fee0", {"fee0": payment("review", "review"), **SILENT}, limits=[limit("approval", "fee")])
    position = begun(start(made, FACTS))
    assert not tacit_applies(made, position, "law")
    position = _do(made, position, "fee0 paid")
    assert tacit_applies(made, position, "law")
    decided = after(position, tacit(made, position, "law", FACTS))
    with pytest.raises(NotNow):
        tacit(made, decided, "law", FACTS)
    unlimited = _do(made, position, "review.ok", "head.ok")
    assert not tacit_applies(made, unlimited, "law")


def test_a_record_without_destination_leaves_the_task_open() -> None:
    steps = {"look": work(action("note", "record"), action("ok", "approve", "done"))}
    made = _sound("look", steps)
    position = begun(start(made, FACTS))
    noted = act(made, position, position.tokens[0].id, "note", FACTS)
    assert (noted.closed, noted.opened, noted.state) == (None, (), "in_progress")
    assert after(position, noted).tokens == position.tokens


def test_the_system_may_issue_what_waits_to_be_issued() -> None:
    made = _sound("sign", {"sign": issue("done", action("sign", "approve"))})
    position = begun(start(made, FACTS))
    plan = issued(made, position, position.tokens[0].id, FACTS)
    assert (plan.papers, plan.ended, plan.state) == (("permit",), True, "issued")
