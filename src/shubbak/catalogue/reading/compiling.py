"""From the parts of a file to the tree that `flow.definition.read` takes, and back from its places to the file's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shubbak.flow.expressions import Expr

from .parts import ActionPart, FieldPart, LimitPart, ServicePart, StepPart
from .words import Pair

_IN_A_DEPARTMENT = ("reviewer", "inspector", "department_head", "agency_reviewer", "archivist")
_WRITTEN_AS = {
    "fee_sets": "fees",
    "fee_set": "fees",
    "minimum": "min",
    "maximum": "max",
    "settlement_code": "settlement",
    "goto": "goes_to",
    "decision": "means",
    "tacit": "silence",
    "starts": "from",
    "days": "within",
    "unit": "within",
    "rollover": "roll_over",
}
Tree = dict[str, Any]


def tree_of(part: ServicePart) -> Tree:
    """The definition's tree."""
    tree = {
        "key": part.service,
        "name": _pair(part.name),
        "summary": _pair(part.summary),
        "department": part.department,
        "law": part.law.model_dump(),
        "offered_by": part.offered_by,
        "channels": part.channels,
        "applicants": part.applicants,
        "fields": [_field(key, field, group) for _, group, key, field in part.fields()],
        "documents": [_document(key, document) for key, document in part.documents.items()],
        "fee_sets": {key: {"lines": [_line(k, v) for k, v in lines.items()]} for key, lines in part.fees.items()},
        "limits": [_limit(key, limit) for key, limit in part.limits.items()],
        "flow": {"start": part.flow.start, "steps": {key: _step(key, s, part) for key, s in part.flow.steps.items()}},
        "reasons": [{"key": key, **reason.model_dump()} for key, reason in part.reasons.items()],
        "eligibility": [_pair(pair) for pair in part.eligibility],
        "keywords": part.keywords,
        "illustrative": any(_guesses(part)),
        "sources": sorted({source for source in _sources(part) if source}),
    }
    if part.output is not None:
        span = part.output.valid_for
        tree["output"] = part.output.model_dump(exclude={"valid_for"}) | {"validity_days": span.days if span else None}
    return tree


def written_at(where: str, part: ServicePart) -> tuple[Any, ...]:
    """The way in the file to a place of the tree (`flow.steps.review.actions.0.to.1` to `flow/steps/review/...`)."""
    names = where.split(".")
    if names[0] == "fields":
        ways = [way for way, *_ in part.fields()]
        return (*_member(ways, names[1:2]), *_renamed(names[2:]))
    if names[0] == "flow" and len(names) > 2:
        step = part.flow.steps.get(names[2])
        return ("flow", "steps", names[2], *_in_step(names[3:], step))
    if names[0] == "fee_sets" and len(names) > 3:
        return ("fees", names[1], *_nth(part.fees.get(names[1], {}), names[3]), *_renamed(names[4:]))
    if names[0] in ("documents", "limits", "reasons") and len(names) > 1:
        return (names[0], *_nth(getattr(part, names[0]), names[1]), *_renamed(names[2:]))
    return tuple(_renamed(names))


def _in_step(names: list[str], step: StepPart | None) -> tuple[Any, ...]:
    if step is None or len(names) < 2 or names[0] != "actions":
        return tuple(_renamed(names))
    action = _nth(step.actions, names[1])
    rest = names[2:]
    if len(rest) > 1 and rest[0] == "fields" and action:
        return ("actions", *action, "asks", *_nth(step.actions[action[0]].asks, rest[1]), *_renamed(rest[2:]))
    return ("actions", *action, *_renamed(rest))


def _renamed(names: list[str]) -> list[Any]:
    return [int(name) if name.isdigit() else _WRITTEN_AS.get(name, name) for name in names]


def _nth(members: dict[str, Any], index: str) -> tuple[str, ...]:
    keys = list(members)
    return (keys[int(index)],) if index.isdigit() and int(index) < len(keys) else ()


def _member(ways: list[tuple[Any, ...]], index: list[str]) -> tuple[Any, ...]:
    return ways[int(index[0])] if index and int(index[0]) < len(ways) else ("form",)


def _pair(pair: Pair | None) -> Tree | None:
    return None if pair is None else {"ar": pair.ar, "en": pair.en}


def _expr(rule: Expr | bool | None) -> Any:
    return {"text": rule.text, "tree": rule.tree} if isinstance(rule, Expr) else rule


def _field(key: str, field: FieldPart, group: Pair | None = None) -> Tree:
    return {
        "key": key,
        "label": _pair(field.label),
        "kind": field.kind,
        "required": _expr(field.required),
        "when": _expr(field.when),
        "personal": field.personal,
        "identifies": field.identifies,
        "unit": _pair(field.unit),
        "choices": [{"key": choice, "label": _pair(label)} for choice, label in field.choices.items()],
        "minimum": field.min,
        "maximum": field.max,
        "hint": _pair(field.hint),
        "group": _pair(group),
    }


def _document(key: str, part: Any) -> Tree:
    rules = {"when": _expr(part.when), "required": _expr(part.required)}
    return {"key": key, **part.model_dump(exclude={"when", "required"}), **rules}


def _line(code: str, part: Any) -> Tree:
    rules = {"amount": _expr(part.amount), "when": _expr(part.when), "settlement_code": part.settlement}
    return {"code": code, **part.model_dump(exclude={"amount", "when", "settlement"}), **rules}


def _limit(key: str, part: LimitPart) -> Tree:
    silence = part.silence
    return {
        "key": key,
        "name": _pair(part.name),
        "kind": part.kind,
        "days": part.within.days,
        "unit": part.within.unit,
        "starts": part.from_,
        "pauses": part.pauses,
        "rollover": "next_working" if part.roll_over == "next working day" else "none",
        "source": part.source,
        "illustrative": part.illustrative,
        "tacit": silence and {"decision": silence.means, "article": _pair(silence.article), "goto": silence.goes_to},
    }


def _step(key: str, step: StepPart, part: ServicePart) -> Tree:
    department = step.department
    if department is None and step.role in _IN_A_DEPARTMENT:
        department = part.department
    paper = part.output.kind if step.paper == "output" and part.output else step.paper
    plain = {"fees", "actions", "branches", "promise", "escalate", "paper", "department"}
    return {
        "key": key,
        **step.model_dump(exclude=plain),
        "department": department,
        "paper": paper,
        "fee_set": step.fees,
        "promise": step.promise and step.promise.model_dump(),
        "escalate": step.escalate
        and {"after": step.escalate.after.days, "unit": step.escalate.after.unit, "role": step.escalate.to},
        "branches": [{"to": branch.to, "when": _expr(branch.when)} for branch in step.branches],
        "actions": [_action(name, action, part) for name, action in step.actions.items()],
    }


def _action(key: str, action: ActionPart, part: ServicePart) -> Tree:
    """An action; a rejection that names no reasons offers all of the service's."""
    reasons = action.reasons
    if reasons is None:
        reasons = list(part.reasons) if action.kind == "reject" else []
    return {
        "key": key,
        "kind": action.kind,
        "label": _pair(action.label),
        "to": [{"step": route.step, "when": _expr(route.when)} for route in action.to],
        "fields": [_field(name, field) for name, field in action.asks.items()],
        "reasons": reasons,
        "decides": action.decides,
    }


def _guesses(part: ServicePart) -> Iterator[bool]:
    """Whether each figure and citation is only illustrative."""
    yield part.law.illustrative
    yield from (line.illustrative for lines in part.fees.values() for line in lines.values())
    yield from (limit.illustrative for limit in part.limits.values())
    yield part.output is not None and part.output.illustrative


def _sources(part: ServicePart) -> list[str]:
    found = [part.law.source, *(document.source for document in part.documents.values())]
    found += [line.source for lines in part.fees.values() for line in lines.values()]
    found += [limit.source for limit in part.limits.values()]
    return [*found, part.output.source] if part.output else found
