"""What a fee set comes to, for given answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from shubbak.kernel.money import Money, total
from shubbak.kernel.refusal import Invalid

from .answers import typed
from .definition import FeeLine, ServiceDefinition
from .expressions import evaluate, holds
from .words import Text

_UNKNOWN = Text(
    "لا يمكن حساب «{label}» من بيانات الطلب؛ استكمل البيانات ثم أعد المحاولة.",
    "“{label}” cannot be worked out from the answers; complete them and try again.",
)


@dataclass(frozen=True, slots=True)
class FeeLineDue:
    """One line to bill."""

    code: str
    label: Text
    amount: Money
    settlement_code: str
    source: str = ""
    illustrative: bool = False


def fees(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> tuple[FeeLineDue, ...]:
    """The lines of a fee set that apply and are not zero, rounded to the piastre once each.

    Invalid (code "fee_unknown") when an amount that applies has no value or is negative: nothing is ever billed too low
    in silence. KeyError when the service has no such set.
    """
    names = typed(service, facts)
    lines = (_line(line, names) for line in service.fee_sets[fee_set].lines if _applies(line, names))
    return tuple(line for line in lines if line.amount)


def estimate(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> tuple[tuple[FeeLineDue, ...], bool]:
    """The lines that can be worked out already, and whether that is all: for a form being filled."""
    names = typed(service, facts)
    lines, whole = [], True
    for line in service.fee_sets[fee_set].lines:
        try:
            lines += [_line(line, names)] if _applies(line, names) else []
        except Invalid:
            whole = False
    return tuple(line for line in lines if line.amount), whole


def due_total(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> Money:
    """The sum of a fee set's lines."""
    return total([line.amount for line in fees(service, fee_set, facts)])


def _applies(line: FeeLine, names: Mapping[str, Any]) -> bool:
    return line.when is None or holds(line.when.tree, names)


def _line(line: FeeLine, names: Mapping[str, Any]) -> FeeLineDue:
    amount = evaluate(line.amount.tree, names)
    if not isinstance(amount, Decimal) or amount < 0:
        said = Text(_UNKNOWN.ar.format(label=line.label.ar), _UNKNOWN.en.format(label=line.label.en))
        raise Invalid("fee_unknown", said)
    return FeeLineDue(
        line.code, line.label, Money.rounded(amount), line.settlement_code, line.source, line.illustrative
    )
