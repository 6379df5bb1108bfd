"""Conditions and amounts in the words of both languages: an expression said with the labels of its questions.

What has no plain words is given as it is written in the file, so that nothing is left out or guessed at.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.expressions import Expr, Tree
from shubbak.flow.words import Text

from .naming import APPLICANTS, UNITS

_YES, _NO = Text("نعم", "yes"), Text("لا", "no")
_AND, _OR = Text("، و", ", and "), Text("، أو ", ", or ")
_EITHER = Text(" أو ", " or ")
_SHAPES = {
    "==": Text("{x}", "{x}"),
    "!=": Text("غير {x}", "other than {x}"),
    ">": Text("أكثر من {x}", "more than {x}"),
    ">=": Text("{x} فأكثر", "{x} or more"),
    "<": Text("أقل من {x}", "less than {x}"),
    "<=": Text("{x} فأقل", "{x} or less"),
}
_AMONG = Text("{x}: من بينها {y}", "{x}: among them {y}")
_COUNT = Text("عدد «{x}»", "number of “{x}”")
_DAYS = Text("الأيام بين «{x}» و«{y}»", "days between “{x}” and “{y}”")
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_NOT = Text("ليس ({x})", "not ({x})")
_FACTS = {
    "applicant_kind": Text("مقدم الطلب", "Applicant"),
    "unit_kind": Text("نوع الوحدة", "Kind of unit"),
    "decision": Text("القرار", "Decision"),
    "today": Text("اليوم", "today"),
}


class Wording:
    """Says the expressions of one service."""

    def __init__(self, service: ServiceDefinition) -> None:
        self.fields: dict[str, Field] = {field.key: field for field in service.fields}
        for step in service.flow.steps.values():
            self.fields |= {field.key: field for action in step.actions for field in action.fields}
        self.labels = {rate.key: rate.label for rate in service.rates}

    @classmethod
    def of(cls, fields: Iterable[Field]) -> Wording:
        """Words by these questions alone: those of a group's rows, with the ones asked before."""
        found = cls.__new__(cls)
        found.fields, found.labels = {field.key: field for field in fields}, {}
        return found

    def condition(self, rule: Expr | bool | None) -> Text | None:
        """When it holds; None when it always does. `False` is nothing to say either."""
        if not isinstance(rule, Expr):
            return None
        return self._say(rule.tree) or Text(rule.text, rule.text)

    def _say(self, tree: Tree) -> Text | None:
        match tree:
            case ["and" | "or" as word, *parts]:
                said = [self._say(part) for part in parts]
                return _joined(_AND if word == "and" else _OR, said)
            case ["not", ["name", name]]:
                return self._answer(name, _NO)
            case ["not", inner]:
                found = self._say(inner)
                return found and Text(_NOT.ar.format(x=found.ar), _NOT.en.format(x=found.en))
            case ["name", name]:
                return self._answer(name, _YES)
            case ["compare", sign, ["name", name], value]:
                return self._compared(_SHAPES[sign], name, self._value(name, value))
            case ["compare", sign, amount, ["number", _] as value]:
                return _said(self._amount(amount), _filled(_SHAPES[sign], self._value("", value)))
            case ["compare", sign, left, right]:
                return _said(self._amount(left), _filled(_SHAPES[sign], self._amount(right)))
            case ["in", ["name", name], ["list", *values]]:
                return self._answer(name, _joined(_EITHER, [self._value(name, value) for value in values]))
            case ["in", ["text", _] as value, ["name", name]]:
                return _filled(_AMONG, self._label(name), self._value(name, value))
        return None

    def _compared(self, shape: Text, name: str, value: Text | None) -> Text | None:
        return self._answer(name, _filled(shape, value))

    def _answer(self, name: str, value: Text | None) -> Text | None:
        return _said(self._label(name), value)

    def _amount(self, tree: Tree) -> Text | None:
        """A figure worked out from answers."""
        match tree:
            case ["name", name]:
                return self._label(name)
            case ["number", _]:
                return self._value("", tree)
            case ["+" | "-" | "*" | "/" as sign, left, right]:
                joint = f" {_SIGNS[sign]} "
                return _joined(Text(joint, joint), [self._amount(left), self._amount(right)])
            case ["call", "len", ["name", name]]:
                return _filled(_COUNT, self._label(name))
            case ["call", "days", since, until]:
                return _filled(_DAYS, self._amount(since), self._amount(until))
        return None

    def _label(self, name: str) -> Text | None:
        if name in self.fields:
            return self.fields[name].label
        return _FACTS.get(name) or self.labels.get(name)

    def _value(self, name: str, tree: Tree) -> Text | None:
        match tree:
            case ["yes"]:
                return _YES
            case ["no"]:
                return _NO
            case ["number", text]:
                return self._figure(name, text)
            case ["text", text]:
                return self._choice(name, text)
        return None

    def _figure(self, name: str, text: str) -> Text:
        figure, unit = f"{Decimal(text):,f}", self.fields[name].unit if name in self.fields else None
        return Text(f"{figure} {unit.ar}", f"{figure} {unit.en}") if unit else Text(figure, figure)

    def _choice(self, name: str, key: str) -> Text | None:
        if name in ("applicant_kind", "unit_kind"):
            return (APPLICANTS if name == "applicant_kind" else UNITS).get(key)
        choices = self.fields[name].choices if name in self.fields else ()
        return next((choice.label for choice in choices if choice.key == key), None)


def _joined(joint: Text, parts: list[Text | None]) -> Text | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return Text(joint.ar.join(part.ar for part in known), joint.en.join(part.en for part in known))


def _said(label: Text | None, value: Text | None) -> Text | None:
    return None if label is None or value is None else Text(f"{label.ar}: {value.ar}", f"{label.en}: {value.en}")


def _filled(shape: Text, x: Text | None, y: Text | None = None) -> Text | None:
    """The shape with its gaps filled; None when what fills one has no words."""
    if x is None or (y is None and "{y}" in shape.ar):
        return None
    return Text(shape.ar.format(x=x.ar, y=y and y.ar), shape.en.format(x=x.en, y=y and y.en))
