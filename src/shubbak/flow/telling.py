"""How a fee line came about, in one line of both languages: figures with their labels, never a person's particulars.

What has no plain words is told by the labels of what it is worked out from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from .asked import Field
from .charged import Band, FeeLine, Rate, line_name
from .definition import ServiceDefinition
from .expressions import Expr, Tree, evaluate, holds, names_in
from .words import Text

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BRACKETS = Text("({x})", "({x})")
_FIXED = Text("مبلغ ثابت", "A fixed amount")
_FROM = Text("يُحسب من: {x}", "Worked out from: {x}")
_AT_LEAST = Text("{x}، بحد أدنى {y}", "{x}, at least {y}")
_AT_MOST = Text("{x}، بحد أقصى {y}", "{x}, at most {y}")
_PERCENT = Text("{y}% من {x}", "{y}% of {x}")
_UP_TO = Text("{x}: حتى {y}", "{x}: up to {y}")
_ABOVE = Text("{x}: أكثر من {y}", "{x}: above {y}")
_BETWEEN = Text("{x}: أكثر من {y} وحتى {z}", "{x}: above {y}, up to {z}")
_ROUNDED = Text("{x} مقربًا", "{x}, rounded")
_ROUNDED_UP = Text("{x} مقربًا لأعلى", "{x}, rounded up")
_TOTAL = Text("إجمالي {x}", "total {x}")
_COUNT = Text("عدد «{x}» {y}", "number of “{x}” {y}")
_BY = Text("{x} بحسب {y}", "{x} by {y}")
_FACTS = {
    "applicant_kind": Text("نوع مقدم الطلب", "Kind of applicant"),
    "unit_kind": Text("نوع الوحدة المحلية", "Kind of local unit"),
    "today": Text("تاريخ اليوم", "Today"),
}


class Teller:
    """Says the amounts of one service for one case; `names` are the typed answers, the rates and the rounded lines."""

    def __init__(self, service: ServiceDefinition, names: Mapping[str, Any]) -> None:
        self.names = names
        self.fields: dict[str, Field] = {field.key: field for field in service.fields}
        for step in service.flow.steps.values():
            self.fields.update((field.key, field) for action in step.actions for field in action.fields)
        self.rates: dict[str, Rate] = {rate.key: rate for rate in service.rates}
        lines = [line for fee_set in service.fee_sets.values() for line in fee_set.lines]
        self.lines = {line_name(line.code): line.label for line in lines}

    def line(self, line: FeeLine) -> Text | None:
        """A line's rule with the figures of this case; None when there is nothing to say."""
        if line.percent is not None:
            return self._percent(line)
        said = self._by(line) if line.by is not None else self._plain(line)
        if said is not None and line.at_least is not None:
            said = self._with(_AT_LEAST, said, self.say(line.at_least.tree))
        if said is not None and line.at_most is not None:
            said = self._with(_AT_MOST, said, self.say(line.at_most.tree))
        return said or self._basis(line.amount)

    def _plain(self, line: FeeLine) -> Text | None:
        tree = line.amount.tree
        for bound in (line.at_most, line.at_least):
            tree = tree[3] if bound is not None and tree[0] == "call" else tree
        return _FIXED if tree[0] == "number" else self.say(tree)

    def _percent(self, line: FeeLine) -> Text | None:
        parts = [self.say(["name", line_name(code)]) for code in line.of if self.names.get(line_name(code))]
        of = _joined(" + ", parts)
        return of and _filled(_PERCENT, of if len(parts) == 1 else _filled(_BRACKETS, of), _figure(line.percent))

    def _by(self, line: FeeLine) -> Text | None:
        assert line.by is not None
        value, said = evaluate(line.by.tree, self.names), self.say(line.by.tree)
        if not isinstance(value, Decimal) or said is None:
            return None
        return self._band(line.bands, value, said) if line.bands else self._slices(line.slices, value, said)

    def _band(self, bands: Sequence[Band], value: Decimal, said: Text) -> Text:
        """Which band holds; its amount is the line's own, so it is not repeated."""
        low = ""
        for band in bands:
            if band.up_to is None:
                return _filled(_ABOVE, said, _figure(low)) if low else said
            if value <= Decimal(band.up_to):
                high = _figure(band.up_to)
                return _filled(_BETWEEN, said, _figure(low), high) if low else _filled(_UP_TO, said, high)
            low = band.up_to
        return said

    def _slices(self, slices: Sequence[Band], value: Decimal, said: Text) -> Text | None:
        parts: list[Text | None] = []
        low = Decimal(0)
        for one in slices:
            high = min(value, Decimal(one.up_to)) if one.up_to is not None else value
            if high > low:
                parts.append(_joined(" × ", [_figure(high - low), self.say(one.amount.tree)]))
                low = high
        counted = _joined(" + ", parts)
        return _joined(": ", [said, counted]) if counted else said

    def say(self, tree: Tree) -> Text | None:
        """An amount in words; None when it has no plain ones."""
        match tree:
            case ["number", text]:
                return _figure(text)
            case ["name", name]:
                return self._name(name)
            case ["if", *_]:
                return self._chosen(tree)
            case ["+", ["number", "0"], rest] | ["+", rest, ["number", "0"]]:
                return self.say(rest)
            case ["+" | "-" | "*" | "/" as sign, left, right]:
                return _joined(f" {_SIGNS[sign]} ", [self._inside(sign, left), self._inside(sign, right)])
            case ["call", name, *arguments] if name in _CALLS:
                return _CALLS[name](self, arguments)
        return None

    def _chosen(self, tree: Tree) -> Text | None:
        """The branch that holds; a bare figure also says which answers chose it."""
        asked: set[str] = set()
        while tree[0] == "if":
            asked |= names_in(tree[1])
            tree = tree[2] if holds(tree[1], self.names) else tree[3]
        said = self.say(tree)
        labels = [fact for key, fact in _FACTS.items() if key in asked]
        labels += [field.label for key, field in self.fields.items() if key in asked]
        by = _joined(", ", list(labels))
        return _filled(_BY, said, _arabic_commas(by)) if tree[0] == "number" and by and said else said

    def _inside(self, sign: str, tree: Tree) -> Text | None:
        """A part of a sum or product, in brackets where it would be misread without."""
        said = self.say(tree)
        chosen = tree[0] == "if"
        while tree[0] == "if":
            tree = tree[2] if holds(tree[1], self.names) else tree[3]
        wrapped = tree[0] == "call" or (chosen and tree[0] == "number")
        wrapped |= (sign in "*/" and tree[0] in ("+", "-")) or (sign in "-/" and tree[0] in ("+", "-", "*", "/"))
        wrapped &= tree[:2] not in (["call", "len"], ["call", "sum"]) or (sign != "+" and len(tree) > 3)
        return _filled(_BRACKETS, said) if said and wrapped else said

    def _name(self, name: str) -> Text | None:
        if name in self.rates:
            rate = self.rates[name]
            return _joined(" ", [rate.label, _figure(self.names.get(name)), *([rate.unit] if rate.unit else [])])
        if name in self.lines:
            return _joined(" ", [self.lines[name], _figure(self.names.get(name))])
        field = self.fields.get(name)
        if field is None:
            return None
        value = self.names.get(name)
        if self._is_private(field) or not isinstance(value, Decimal):
            return field.label
        return _joined(" ", [field.label, _figure(value), *([field.unit] if field.unit else [])])

    def _is_private(self, field: Field) -> bool:
        """Whether the answer, or anything it is worked out from, is a person's own."""
        if field.personal or field.identifies:
            return True
        return field.value is not None and any(self._is_private(f) for f in self._among(field.value))

    def _among(self, rule: Expr) -> list[Field]:
        return [field for key, field in self.fields.items() if key in rule.names]

    def _basis(self, amount: Expr) -> Text | None:
        said = _joined(", ", [field.label for field in self._among(amount)])
        return said and _filled(_FROM, _arabic_commas(said))

    def _with(self, shape: Text, said: Text, bound: Text | None) -> Text:
        return _filled(shape, said, bound) if bound is not None else said

    def extreme(self, arguments: list[Tree], shape: Text) -> Text | None:
        """`max(1000, x)` is x with a floor; of several real amounts there is no plain word."""
        bounds = [one for one in arguments if one[0] == "number" or (one[0] == "name" and one[1] in self.rates)]
        rest = [one for one in arguments if one not in bounds]
        if len(rest) != 1 or len(bounds) != 1:
            return None
        said = self.say(rest[0])
        return said and self._with(shape, said, self.say(bounds[0]))

    def total(self, arguments: list[Tree]) -> Text | None:
        """`sum(each(floors, 'area'))` by the label of the row's question; other sums as additions."""
        match arguments:
            case [["call", "each", ["name", group], ["text", key]]] if group in self.fields:
                row = next((row for row in self.fields[group].fields if row.key == key), None)
                value = evaluate(["call", "sum", *arguments], self.names)
                if row is None:
                    return None
                hidden = row.personal or row.identifies or self._is_private(self.fields[group])
                parts = [row.label, None if hidden else _figure(value), row.unit if not hidden else None]
                return _filled(_TOTAL, _joined(" ", [part for part in parts if part is not None]))
        return _joined(" + ", [self.say(one) for one in arguments])

    def count(self, arguments: list[Tree]) -> Text | None:
        """`len(floors)`: how many rows, or how many were chosen."""
        match arguments:
            case [["name", name]] if name in self.fields:
                value = evaluate(["call", "len", *arguments], self.names)
                return _filled(_COUNT, self.fields[name].label, _figure(value))
        return None

    def rounded(self, arguments: list[Tree], shape: Text) -> Text | None:
        """An amount that is rounded."""
        said = self.say(arguments[0])
        return said and _filled(shape, said)


_CALLS: dict[str, Callable[[Teller, list[Tree]], Text | None]] = {
    "max": lambda teller, arguments: teller.extreme(arguments, _AT_LEAST),
    "min": lambda teller, arguments: teller.extreme(arguments, _AT_MOST),
    "sum": lambda teller, arguments: teller.total(arguments),
    "len": lambda teller, arguments: teller.count(arguments),
    "round": lambda teller, arguments: teller.rounded(arguments, _ROUNDED),
    "ceil": lambda teller, arguments: teller.rounded(arguments, _ROUNDED_UP),
}


def _figure(value: Any) -> Text | None:
    """A number as both languages write it here: Latin digits, thousands apart."""
    if value is None:
        return None
    number = Decimal(str(value))
    whole, _, part = f"{number:,f}".partition(".")
    text = f"{whole}.{part.rstrip('0')}" if part.rstrip("0") else whole
    return Text(text, text)


def _arabic_commas(said: Text) -> Text:
    return Text(said.ar.replace(", ", "، "), said.en)


def _joined(joint: str, parts: Sequence[Text | None]) -> Text | None:
    """The parts with a joint between them; None when one of them has no words."""
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return Text(joint.join(part.ar for part in known), joint.join(part.en for part in known))


def _filled(shape: Text, x: Text | None, y: Text | None = None, z: Text | None = None) -> Text:
    gaps = {name: part for name, part in (("x", x), ("y", y), ("z", z)) if part is not None}
    return Text(
        shape.ar.format(**{name: part.ar for name, part in gaps.items()}),
        shape.en.format(**{name: part.en for name, part in gaps.items()}),
    )
