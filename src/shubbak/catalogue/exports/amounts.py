"""The least and the most a fee line can come to, whatever is answered: intervals through its expression."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from shubbak.flow.charged import line_name
from shubbak.flow.definition import FeeLine, ServiceDefinition
from shubbak.flow.expressions import Tree, evaluate

_NUMBERS = ("number", "whole", "money")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; None where there is no bound."""

    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def exact(self) -> Decimal | None:
        """The one value it can have."""
        return self.low if self.low is not None and self.low == self.high else None


UNKNOWN = Interval()


class Bounds:
    """Bounds of the amounts of one service, from the bounds of its questions and the figures of its rates."""

    def __init__(self, service: ServiceDefinition) -> None:
        self.names: dict[str, Interval] = {}
        for field in service.fields:
            if field.kind in _NUMBERS:
                self.names[field.key] = Interval(_decimal(field.minimum), _decimal(field.maximum))
        for rate in service.rates:
            figures = [Decimal(rate.amount), *(Decimal(one.amount) for one in rate.overrides)]
            self.names[rate.key] = Interval(min(figures), max(figures))
        for field in service.fields:
            if field.kind == "computed" and field.value is not None:
                self.names[field.key] = self.of(field.value.tree)
        for line in sorted(_lines(service), key=lambda one: one.percent is not None):
            self.names[line_name(line.code)] = self.line(line)

    def line(self, line: FeeLine) -> Interval:
        """What the line can come to: never below nothing, and nothing when its condition does not hold."""
        found = self.of(line.amount.tree)
        low = max(found.low if found.low is not None else Decimal(0), Decimal(0))
        return Interval(low if line.when is None else Decimal(0), found.high)

    def amount(self, line: FeeLine) -> Interval:
        """What the line comes to where it applies."""
        found = self.of(line.amount.tree)
        return Interval(None if found.low is None else max(found.low, Decimal(0)), found.high)

    def of(self, tree: Tree) -> Interval:
        """The interval of an expression's value; open where nothing is known."""
        match tree:
            case ["number", text]:
                return Interval(Decimal(text), Decimal(text))
            case ["name", name]:
                return self.names.get(name, UNKNOWN)
            case ["negative", inner]:
                found = self.of(inner)
                return Interval(_negative(found.high), _negative(found.low))
            case ["if", _, first, second]:
                return _either(self.of(first), self.of(second))
            case ["+" | "-" | "*" | "/" as sign, left, right]:
                return _SIGNS[sign](self.of(left), self.of(right))
            case ["call", "max" | "min" as name, *parts]:
                return _extreme(name, [self.of(part) for part in parts])
            case ["call", "round" | "ceil" as name, inner, *places]:
                return _rounded(name, self.of(inner), places)
            case ["call", "len", *_]:
                return Interval(Decimal(0), None)
        return UNKNOWN


def _lines(service: ServiceDefinition) -> list[FeeLine]:
    return [line for fee_set in service.fee_sets.values() for line in fee_set.lines]


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _negative(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _sum(a: Interval, b: Interval) -> Interval:
    return Interval(_plus(a.low, b.low), _plus(a.high, b.high))


def _difference(a: Interval, b: Interval) -> Interval:
    return Interval(_plus(a.low, _negative(b.high)), _plus(a.high, _negative(b.low)))


def _times(a: Interval, b: Interval) -> Interval:
    ends = (a.low, a.high, b.low, b.high)
    if None not in ends:
        found = [x * y for x, y in product((a.low, a.high), (b.low, b.high))]  # type: ignore[operator]
        return Interval(min(found), max(found))
    if a.low is not None and b.low is not None and a.low >= 0 and b.low >= 0:
        return Interval(a.low * b.low, None)
    return UNKNOWN


def _quotient(a: Interval, b: Interval) -> Interval:
    if b.low is None or b.low <= 0 or a.low is None or a.low < 0:
        return UNKNOWN
    low = Decimal(0) if b.high is None else a.low / b.high
    return Interval(low, None if a.high is None else a.high / b.low)


_SIGNS: dict[Any, Any] = {"+": _sum, "-": _difference, "*": _times, "/": _quotient}


def _either(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    return Interval(low, high)


def _extreme(name: str, parts: list[Interval]) -> Interval:
    lows, highs = [one.low for one in parts], [one.high for one in parts]
    known_low, known_high = [x for x in lows if x is not None], [x for x in highs if x is not None]
    if name == "max":
        return Interval(max(known_low, default=None), None if None in highs else max(known_high))
    return Interval(None if None in lows else min(known_low), min(known_high, default=None))


def _rounded(name: str, found: Interval, places: list[Tree]) -> Interval:
    """Rounding never puts a larger value below a smaller, so the ends round to the ends."""
    low, high = (None if end is None else _evaluated(name, end, places) for end in (found.low, found.high))
    return Interval(low, high)


def _evaluated(name: str, end: Decimal, places: list[Tree]) -> Decimal | None:
    value = evaluate(["call", name, ["number", format(end, "f")], *places], {})
    return value if isinstance(value, Decimal) else None
