"""Conditions and amounts in a reader's words: an expression of the catalogue, said with the labels of its fields.

What has no plain words is not guessed at: the answer is then empty and the page says "in some cases".
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from shubbak.design.formats import COMMA, language, said
from shubbak.flow.definition import FeeLine, Field, ServiceDefinition
from shubbak.flow.expressions import Expr, Tree

from .labels import applicant


class Words:
    """Says the expressions of one service. Instances are cheap and belong to one request's language."""

    def __init__(self, service: ServiceDefinition) -> None:
        self.fields = {field.key: field for field in service.fields}
        self.lines = {line.code: line for part in service.fee_sets.values() for line in part.lines}

    def condition(self, expression: Expr | bool | None) -> str:
        """When it holds, in words; empty when it always holds or has no plain words."""
        return self._say(expression.tree) if isinstance(expression, Expr) else ""

    def basis(self, line: FeeLine) -> str:
        """What an amount is worked out from: the labels of answers in the form's order, or a share of other lines."""
        if line.percent is not None:
            of = self._list([said(self.lines[code].label) for code in line.of], COMMA[language()])
            return _("%(percent)s%% of %(lines)s") % {"percent": f"{Decimal(line.percent):f}", "lines": of}
        names = self._asked(line.amount.names)
        return self._list([said(field.label) for key, field in self.fields.items() if key in names], COMMA[language()])

    def _asked(self, names: frozenset[str]) -> frozenset[str]:
        """The names of questions behind these: what is computed goes back to what it is computed from."""
        computed = {key for key in names if key in self.fields and self.fields[key].value is not None}
        if not computed:
            return names
        inner = (self.fields[key].value.names for key in computed)  # type: ignore[union-attr]
        return self._asked((names - computed).union(*inner))

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
            case ["in", ["text", _text] as value, ["name", name]]:
                return self._answer(name, self._value(name, value))
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
