"""A form's rules for the browser: the stored expression trees, as JSON that `js/forms/rules.js` walks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Json = dict[str, Any]


def plan(
    fields: Iterable[Any],
    *,
    facts: Mapping[str, Any],
    documents: Iterable[Any] = (),
    fees: Iterable[tuple[str, Any]] = (),
    rates: Mapping[str, Any] | None = None,
) -> str:
    """The rules of `fields` (definitions of questions), of the papers and of the fee sets (by their step), as JSON.

    `facts` are the names that conditions may use besides the answers, typed as expressions compute; give none that the
    reader of the page may not know.
    """
    whole = {
        "fields": [_field(field) for field in fields],
        "facts": {key: _told(value) for key, value in facts.items()},
        "documents": [_without_nothing(key=d.key, when=_tree(d.when), required=_rule(d.required)) for d in documents],
        "fees": [{"step": step, "lines": [_line(line) for line in fee_set.lines]} for step, fee_set in fees],
        "rates": {key: str(amount) for key, amount in (rates or {}).items()},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _field(field: Any) -> Json:
    return _without_nothing(
        key=field.key,
        kind=field.kind,
        when=_tree(field.when),
        required=_rule(field.required),
        min=field.minimum,
        max=field.maximum,
        choices=[choice.key for choice in field.choices] or None,
        value=_tree(field.value),
        fields=[_field(one) for one in field.fields] or None,
    )


def _line(line: Any) -> Json:
    return _without_nothing(
        code=line.code, when=_tree(line.when), amount=line.amount.tree, percent=line.percent is not None or None
    )


def _tree(expression: Any) -> Any:
    return expression.tree if expression is not None else None


def _rule(rule: Any) -> Any:
    return rule if isinstance(rule, bool) else rule.tree


def _told(value: Any) -> Any:
    """A typed value, so that the browser knows numbers, days and objects from texts."""
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        return {"number": str(value)}
    if isinstance(value, date):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, Mapping):
        return {"object": {str(key): _told(member) for key, member in value.items()}}
    return [_told(member) for member in value] if isinstance(value, (list, tuple)) else value


def _without_nothing(**members: Any) -> Json:
    return {name: member for name, member in members.items() if member is not None}
