"""From the parts of a file to the tree that `flow.definition.read` takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from shubbak.flow.expressions import Expr

from .parts import (
    ActionPart,
    BandPart,
    DocumentPart,
    FeeLinePart,
    FieldPart,
    LimitPart,
    OverridePart,
    Pair,
    RatePart,
    SectionPart,
    ServicePart,
    StepPart,
)
from .parts.words import Duration
from .tariffs import amount_of

_IN_A_DEPARTMENT = ("reviewer", "inspector", "department_head", "agency_reviewer", "archivist")
Tree = dict[str, Any]


def tree_of(part: ServicePart, scheduled: Sequence[tuple[str, Tree]] = ()) -> Tree:
    """The definition's tree; `scheduled` are further overrides of its rates, each with its rate's key."""
    tree = {
        "key": part.service,
        "name": _pair(part.name),
        "summary": _pair(part.summary),
        "level": part.level,
        "life_events": part.life_events,
        "department": part.department,
        "law": part.law.model_dump(),
        "offered_by": part.offered_by,
        "channels": part.channels,
        "applicants": part.applicants,
        "fields": [_field(key, field, section) for _, section, key, field in part.fields()],
        "documents": [_document(key, document) for key, document in part.documents.items()],
        "rates": [_rate(key, rate, scheduled) for key, rate in part.rates.items()],
        "fee_sets": {key: {"lines": [_line(k, v) for k, v in lines.items()]} for key, lines in part.fees.items()},
        "limits": [_limit(key, limit) for key, limit in part.limits.items()],
        "flow": {"start": part.flow.start, "steps": {key: _step(key, s, part) for key, s in part.flow.steps.items()}},
        "reasons": [{"key": key, **reason.model_dump()} for key, reason in part.reasons.items()],
        "eligibility": [_pair(pair) for pair in part.eligibility],
        "keywords": part.keywords,
        "asked": part.asked,
        "illustrative": any(_guesses(part)),
        "sources": sorted({source for source in _sources(part) if source}),
    }
    if part.output is not None:
        tree["output"] = part.output.model_dump(exclude={"valid_for"}) | _validity(part.output.valid_for)
    return tree


def _validity(holds: Duration | Expr | None) -> Tree:
    if isinstance(holds, Duration):
        return {"validity_days": holds.days}
    return {"validity": _expr(holds)}


def _pair(pair: Pair | None) -> Tree | None:
    return None if pair is None else {"ar": pair.ar, "en": pair.en}


def _expr(rule: Expr | bool | None) -> Any:
    return {"text": rule.text, "tree": rule.tree} if isinstance(rule, Expr) else rule


def _field(key: str, field: FieldPart, section: SectionPart | None = None) -> Tree:
    """A question; it is shown when its own condition and its section's hold."""
    when = _both(section.when, field.when) if section else field.when
    return {
        "key": key,
        "label": _pair(field.label),
        "kind": field.kind,
        "required": _expr(field.required),
        "when": _expr(when),
        "personal": field.personal,
        "identifies": field.identifies,
        "unit": _pair(field.unit),
        "choices": [{"key": choice, "label": _pair(label)} for choice, label in field.choices.items()],
        "minimum": field.min,
        "maximum": field.max,
        "hint": _pair(field.hint),
        "group": _pair(section.section if section else None),
        "fields": [_field(name, row) for name, row in field.fields.items()],
        "value": _expr(field.value),
        "of": field.of,
        "brings": field.brings,
        "in_force": field.in_force,
    }


def _both(outer: Expr | None, inner: Expr | None) -> Expr | None:
    if outer is None or inner is None:
        return outer or inner
    return Expr(f"({outer.text}) and ({inner.text})", ["and", outer.tree, inner.tree])


def _document(key: str, part: DocumentPart) -> Tree:
    rules = {"when": _expr(part.when), "required": _expr(part.required)}
    return {"key": key, **part.model_dump(exclude={"when", "required"}), **rules}


def _line(code: str, part: FeeLinePart) -> Tree:
    return {
        "code": code,
        "label": _pair(part.label),
        "amount": _expr(amount_of(part)),
        "settlement_code": part.settlement,
        "when": _expr(part.when),
        "source": part.source,
        "illustrative": part.illustrative,
        "by": _expr(part.by),
        "bands": [_band(band) for band in part.bands or []],
        "slices": [_band(band) for band in part.slices or []],
        "percent": None if part.percent is None else str(part.percent),
        "of": part.of,
        "at_least": _expr(part.at_least),
        "at_most": _expr(part.at_most),
    }


def _band(part: BandPart) -> Tree:
    return {"amount": _expr(part.amount), "up_to": None if part.up_to is None else str(part.up_to)}


def _rate(key: str, part: RatePart, scheduled: Sequence[tuple[str, Tree]]) -> Tree:
    return {
        "key": key,
        "label": _pair(part.label),
        "amount": str(part.amount),
        "unit": _pair(part.unit),
        "source": part.source,
        "illustrative": part.illustrative,
        "overrides": [*map(_override, part.overrides), *(one for rate, one in scheduled if rate == key)],
    }


def _override(part: OverridePart) -> Tree:
    return {
        "amount": str(part.amount),
        "governorate": part.governorate or "",
        "unit": part.unit or "",
        "since": part.from_ or "",
        "until": part.until or "",
        "source": part.source,
        "illustrative": part.illustrative,
    }


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
    yield from (rate.illustrative for rate in part.rates.values())
    yield from (limit.illustrative for limit in part.limits.values())
    yield part.output is not None and part.output.illustrative


def _sources(part: ServicePart) -> list[str]:
    found = [part.law.source, *(document.source for document in part.documents.values())]
    found += [line.source for lines in part.fees.values() for line in lines.values()]
    found += [rate.source for rate in part.rates.values()]
    found += [override.source for rate in part.rates.values() for override in rate.overrides]
    found += [limit.source for limit in part.limits.values()]
    return [*found, part.output.source] if part.output else found
