"""Small definitions for tests, written as trees and read like any other."""

from __future__ import annotations

from typing import Any

from shubbak.flow.definition import ServiceDefinition, read
from shubbak.flow.engine import Plan, Position, Token, after

WORDS = {"ar": "كلمة", "en": "word"}
BASE: dict[str, Any] = {
    "key": "trial",
    "name": WORDS,
    "summary": WORDS,
    "department": "organisation",
    "law": {"title": WORDS},
    "offered_by": ["district"],
    "channels": ["window"],
    "applicants": ["citizen"],
    "fields": [
        {"key": "area", "label": WORDS, "kind": "number", "required": False},
        {"key": "tall", "label": WORDS, "kind": "yes_no", "required": False},
    ],
    "fee_sets": {
        "review": {"lines": [{"code": "R", "label": WORDS, "amount": "50", "settlement_code": "1"}]},
        "area": {
            "lines": [{"code": "A", "label": WORDS, "amount": "10 * area", "settlement_code": "2", "when": "area"}]
        },
    },
    "output": {"kind": "permit", "name": WORDS, "series": "P"},
    "reasons": [{"key": "no", "text": WORDS}],
}


def action(key: str, kind: str, *to: str, **more: Any) -> dict[str, Any]:
    """An action leading to the last of `to`; earlier ones are `step if condition`."""
    routes = [dict(zip(("step", "when"), one.split(" if "), strict=False)) for one in to]
    reasons = {"reasons": ["no"]} if kind == "reject" else {}
    return {"key": key, "kind": kind, "label": WORDS, "to": routes, **reasons, **more}


def work(*actions: dict[str, Any], kind: str = "work", **more: Any) -> dict[str, Any]:
    role = {} if kind == "citizen" else {"role": "reviewer", "duty": "examine"}
    return {"name": WORDS, "kind": kind, "actions": list(actions), **role, **more}


def citizen(to: str) -> dict[str, Any]:
    return work(action("send", "complete", to), kind="citizen")


def payment(fee_set: str, to: str) -> dict[str, Any]:
    return {"name": WORDS, "kind": "payment", "fee_set": fee_set, "next": to, "role": "cashier"}


def fork(*branches: str, to: str | None = None) -> dict[str, Any]:
    opened = [dict(zip(("to", "when"), one.split(" if "), strict=False)) for one in branches]
    return {"name": WORDS, "kind": "fork", "branches": opened, **({"next": to} if to else {})}


def join(to: str) -> dict[str, Any]:
    return {"name": WORDS, "kind": "join", "next": to}


def issue(to: str, *actions: dict[str, Any]) -> dict[str, Any]:
    signed = {"role": "unit_head", "actions": list(actions)} if actions else {}
    return {"name": WORDS, "kind": "issue", "paper": "permit", "next": to, **signed}


def end(state: str) -> dict[str, Any]:
    return {"name": WORDS, "kind": "end", "ends": state}


def tree(start: str, steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The tree of a service with this flow; `done` and `refused` are added when a step leads there."""
    ends = {"done": end("issued"), "refused": end("rejected")}
    named = repr(steps)
    return {
        **BASE,
        "flow": {"start": start, "steps": {**steps, **{k: v for k, v in ends.items() if k in named}}},
        **more,
    }


def service(start: str, steps: dict[str, Any], **more: Any) -> ServiceDefinition:
    return read(tree(start, steps, **more))


def limit(decision: str, goto: str, **more: Any) -> dict[str, Any]:
    tacit = {"decision": decision, "article": WORDS, "goto": goto}
    return {"key": "law", "kind": "law", "days": 30, "source": "a law", "tacit": tacit, **more}


def at(position: Position, step: str) -> Token:
    """The one open token at a step."""
    (token,) = [t for t in position.tokens if t.step == step and not t.parked]
    return token


def begun(plan: Plan) -> Position:
    """The position a start leaves."""
    return after(Position("submitted", ()), plan)
