"""The one evaluator: walks a closed tree with Decimal, visits each node at most once, and never raises."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal
from typing import Any

from .closed import ARITHMETIC, Tree

Value = Decimal | str | bool | date | None | tuple[Any, ...] | dict[str, Any]

_CONTEXT = Context(prec=28, Emin=-40, Emax=40, traps=[])
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def evaluate(tree: Tree, names: Mapping[str, Any]) -> Value:
    """The value of a closed tree where `names` holds the answers and facts; a name it lacks is None."""
    kind = tree[0]
    if kind in _NODES:
        return _NODES[kind](tree, names)
    if kind in ARITHMETIC:
        return _arithmetic(kind, evaluate(tree[1], names), evaluate(tree[2], names))
    return None


def holds(tree: Tree | None, names: Mapping[str, Any]) -> bool:
    """Whether a condition holds; no condition always does."""
    return tree is None or truth(evaluate(tree, names))


def truth(value: Value) -> bool:
    """What `and`, `or`, `not` and `if` make of a value: None, 0, an empty text and an empty list are no."""
    return bool(value)


def plain(value: Any) -> Value:
    """A given value as the evaluator holds it: numbers as Decimal, moments as days, sequences as tuples, an answer of
    several members (a row, an address) as a dict; else None."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, (int, float)):
        return _number(Decimal(str(value)) if isinstance(value, float) else Decimal(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (list, tuple)):
        return tuple(plain(member) for member in value)
    if isinstance(value, Mapping):
        return {str(key): plain(member) for key, member in value.items()}
    return None


def _number(value: Decimal) -> Decimal | None:
    value = _CONTEXT.plus(value)
    return value if value.is_finite() else None


def _arithmetic(sign: str, left: Value, right: Value) -> Decimal | None:
    if not isinstance(left, Decimal) or not isinstance(right, Decimal):
        return None
    if sign in "/%" and not right:
        return None
    do = {"+": _CONTEXT.add, "-": _CONTEXT.subtract, "*": _CONTEXT.multiply, "/": _CONTEXT.divide}
    return _number(do.get(sign, _CONTEXT.remainder)(left, right))


def _day(value: Value) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, bool) is not isinstance(right, bool):
        return False
    if isinstance(left, date) is not isinstance(right, date):
        day = _day(left)
        return day is not None and day == _day(right)
    return left == right


def _compare(sign: str, left: Value, right: Value) -> bool:
    if sign in ("==", "!="):
        return _same(left, right) is (sign == "==")
    if isinstance(left, date) or isinstance(right, date):
        left, right = _day(left), _day(right)
    comparable = (Decimal, str, date)
    if type(left) is not type(right) or not isinstance(left, comparable):
        return False
    return _ORDERS[sign](left, right)


def _within(member: Value, group: Value) -> bool:
    if isinstance(group, tuple):
        return member is not None and any(_same(member, other) for other in group)
    return isinstance(group, str) and isinstance(member, str) and member in group


def _extreme(pick: Callable[..., Any]) -> Callable[..., Value]:
    def extreme(*values: Value) -> Value:
        given = values[0] if len(values) == 1 and isinstance(values[0], tuple) else values
        if not given or not all(isinstance(v, Decimal) for v in given):
            return None
        found: Decimal = pick(given)
        return found

    return extreme


def _sum(*values: Value) -> Value:
    total = Decimal(0)
    for value in values:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Decimal):
                total = _CONTEXT.add(total, part)
    return _number(total)


def _round(value: Value, places: Value = Decimal(0)) -> Value:
    if not isinstance(value, Decimal) or not isinstance(places, Decimal):
        return None
    if places != places.to_integral_value() or not -12 <= places <= 12:
        return None
    return _number(value.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP, _CONTEXT))


def _ceil(value: Value) -> Value:
    return value.to_integral_value(ROUND_CEILING) if isinstance(value, Decimal) else None


def _len(value: Value) -> Value:
    return Decimal(len(value)) if isinstance(value, (str, tuple)) else Decimal(0)


def _days(begin: Value, end: Value) -> Value:
    first, last = _day(begin), _day(end)
    return None if first is None or last is None else Decimal((last - first).days)


def _year(value: Value) -> Value:
    day = _day(value)
    return None if day is None else Decimal(day.year)


def _each(rows: Value, key: Value) -> Value:
    """What every row answers to `key`; None where a row has no answer, nothing when these are not rows."""
    if not isinstance(rows, tuple):
        return ()
    return tuple(row.get(key) if isinstance(row, dict) else None for row in rows)


_CALLS: dict[str, Callable[..., Value]] = {
    "min": _extreme(min),
    "max": _extreme(max),
    "sum": _sum,
    "round": _round,
    "ceil": _ceil,
    "len": _len,
    "days": _days,
    "year": _year,
    "each": _each,
}


def _negative(tree: Tree, names: Mapping[str, Any]) -> Value:
    value = evaluate(tree[1], names)
    return -value if isinstance(value, Decimal) else None


_NODES: dict[str, Callable[[Tree, Mapping[str, Any]], Value]] = {
    "number": lambda t, n: Decimal(t[1]),
    "text": lambda t, n: str(t[1]),
    "yes": lambda t, n: True,
    "no": lambda t, n: False,
    "none": lambda t, n: None,
    "name": lambda t, n: plain(n.get(t[1])),
    "list": lambda t, n: tuple(evaluate(member, n) for member in t[1:]),
    "and": lambda t, n: all(truth(evaluate(part, n)) for part in t[1:]),
    "or": lambda t, n: any(truth(evaluate(part, n)) for part in t[1:]),
    "not": lambda t, n: not truth(evaluate(t[1], n)),
    "if": lambda t, n: evaluate(t[2] if truth(evaluate(t[1], n)) else t[3], n),
    "compare": lambda t, n: _compare(t[1], evaluate(t[2], n), evaluate(t[3], n)),
    "in": lambda t, n: _within(evaluate(t[1], n), evaluate(t[2], n)),
    "negative": _negative,
    "call": lambda t, n: _CALLS[t[1]](*(evaluate(argument, n) for argument in t[2:])),
}
