"""Conditions and amounts in a reader's words: an expression of the catalogue, said with the labels of its fields.

What has no plain words is not guessed at: the answer is then empty and the page says "in some cases".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from shubbak.design.formats import COMMA, language, said
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.expressions import Expr, Tree

Bounds = tuple[Decimal | None, Decimal | None]


class Words:
    """Says the expressions of one service. Instances are cheap and belong to one request's language."""

    def __init__(self, service: ServiceDefinition) -> None:
        self.fields = {field.key: field for field in service.fields}

    def condition(self, expression: Expr | bool | None) -> str:
        """When it holds, in words; empty when it always holds or has no plain words."""
        return self._say(expression.tree) if isinstance(expression, Expr) else ""

    def basis(self, expression: Expr) -> str:
        """The labels of the answers an amount is worked out from, in the form's order."""
        names = expression.names
        return self._list([said(field.label) for key, field in self.fields.items() if key in names], COMMA[language()])

    def _say(self, node: Tree) -> str:
        match node:
            case ["and" | "or" as word, *parts]:
                return self._joined(word, [self._say(part) for part in parts])
            case ["not", ["name", name]]:
                return self._answer(name, _("no"))
            case ["name", name]:
                return self._answer(name, _("yes"))
            case ["compare", sign, ["name", name], value]:
                return self._compared(sign, name, value)
            case ["in", ["name", name], ["list", *values]]:
                return self._answer(name, self._list([self._value(name, value) for value in values], _(" or ")))
        return ""

    def _joined(self, word: str, parts: list[str]) -> str:
        if not all(parts):
            return ""
        return (_(", and ") if word == "and" else _(", or ")).join(parts)

    def _compared(self, sign: str, name: str, value: Tree) -> str:
        shown = self._value(name, value)
        shape = {
            "==": "%s",
            "!=": pgettext("condition", "other than %s"),
            ">": _("more than %s"),
            ">=": _("%s or more"),
            "<": _("less than %s"),
            "<=": _("%s or less"),
        }[sign]
        return self._answer(name, shape % shown) if shown else ""

    def _answer(self, name: str, value: str) -> str:
        label = (
            _("Applicant") if name == "applicant_kind" else said(self.fields[name].label) if name in self.fields else ""
        )
        return f"{label}{_(': ')}{value}" if label and value else ""

    def _value(self, name: str, value: Tree) -> str:
        field: Field | None = self.fields.get(name)
        match value:
            case ["yes"]:
                return _("yes")
            case ["no"]:
                return _("no")
            case ["number", text]:
                number = f"{Decimal(text):,f}"
                return f"{number} {said(field.unit)}" if field is not None and field.unit else number
            case ["text", text]:
                return self._choice(field, name, text)
        return ""

    def _choice(self, field: Field | None, name: str, text: str) -> str:
        if name == "applicant_kind":
            return applicant(text)
        found = next((one for one in field.choices if one.key == text), None) if field is not None else None
        return said(found.label) if found is not None else ""

    def _list(self, parts: list[str], joint: str) -> str:
        return joint.join(parts) if all(parts) else ""


def applicant(kind: str) -> str:
    """Who may apply, in words."""
    words = {
        "citizen": _("an Egyptian citizen"),
        "foreigner": _("a resident foreigner"),
        "organisation": _("a company or association"),
        "anybody": _("anybody"),
    }
    return words.get(kind, "")


def bounds(node: Tree) -> Bounds:
    """The least and the most an amount can be, as far as its expression tells; None where it does not."""
    match node:
        case ["number", text]:
            return Decimal(text), Decimal(text)
        case ["if", _condition, first, second]:
            return _widest([bounds(first), bounds(second)])
        case ["call", "max", *parts]:
            lows, highs = zip(*map(bounds, parts), strict=True)
            return max((low for low in lows if low is not None), default=None), _most(highs)
        case ["call", "min", *parts]:
            lows, highs = zip(*map(bounds, parts), strict=True)
            return _least(lows), min((high for high in highs if high is not None), default=None)
        case ["call", "round", inner, *_rest]:
            return bounds(inner)
    return None, None


def _widest(pairs: list[Bounds]) -> Bounds:
    lows, highs = zip(*pairs, strict=True)
    return _least(lows), _most(highs)


def _least(values: Any) -> Decimal | None:
    known = list(values)
    return None if None in known else min(known)


def _most(values: Any) -> Decimal | None:
    known = list(values)
    return None if None in known else max(known)
