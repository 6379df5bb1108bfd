"""A form's rules for the browser: the stored expression trees, as JSON that `js/forms/rules.js` walks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from ..formats import said

Json = dict[str, Any]
_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
_PLACE = ("unit", "governorate")


def plan(
    fields: Iterable[Any],
    *,
    facts: Mapping[str, Any],
    documents: Iterable[Any] = (),
    fees: Iterable[tuple[str, Any]] = (),
    rates: Mapping[str, Any] | None = None,
) -> str:
    """The rules of `fields` (definitions of questions), of the papers and of the fee sets (by their step), as JSON.

    `facts` are the names that conditions may use besides the answers, typed as expressions compute. Only those that the
    rules name are told, and where an address begins; give none that the reader of the page may not know.
    """
    rules: Json = {
        "fields": [_field(field) for field in fields],
        "documents": [_without_nothing(key=d.key, when=_tree(d.when), required=_rule(d.required)) for d in documents],
        "fees": [{"step": step, "lines": [_line(line) for line in fee_set.lines]} for step, fee_set in fees],
    }
    named = {*_names(rules), *_PLACE}
    told = {key: _told(value) for key, value in facts.items() if key in named}
    return _json({**rules, "facts": told, "rates": {key: str(amount) for key, amount in (rates or {}).items()}})


def sayings(pairs: Mapping[str, Any]) -> str:
    """What is said of an answer that does not fit, by its code, in the language now spoken, as JSON."""
    return _json({name.lower(): said(pair) for name, pair in pairs.items() if hasattr(pair, "ar")})


def _json(value: Any) -> SafeString:
    """JSON that may stand in a page as it is: what would be markup is written as escapes of JSON itself."""
    return SafeString(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_MARKUP))


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


def _names(rules: Any) -> Iterator[str]:
    """Every name that a tree among the rules asks for, and perhaps a few more."""
    if isinstance(rules, list) and len(rules) == 2 and rules[0] == "name":
        yield str(rules[1])
    elif isinstance(rules, (list, dict)):
        for member in rules.values() if isinstance(rules, dict) else rules:
            yield from _names(member)


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
