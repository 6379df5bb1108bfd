"""What a fee set comes to, for given answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from shubbak.kernel.money import Money, total
from shubbak.kernel.refusal import Invalid
from shubbak.kernel.tafqit import LARGEST

from .answers import typed
from .charged import line_name
from .definition import FeeLine, ServiceDefinition
from .expressions import evaluate, holds
from .rates import Figure, figures
from .telling import Teller
from .words import Text

_UNKNOWN = Text(
    "لا يمكن حساب «{label}» من بيانات الطلب؛ استكمل البيانات ثم أعد المحاولة.",
    "“{label}” cannot be worked out from the answers; complete them and try again.",
)


@dataclass(frozen=True, slots=True)
class FeeLineDue:
    """One line to bill. `rule` says how it came about, without anything that tells of a person; `source` what the line
    and the rates it names rest on, and `illustrative` that one of them is not settled."""

    code: str
    label: Text
    amount: Money
    settlement_code: str
    source: str = ""
    illustrative: bool = False
    rule: Text | None = None


def fees(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> tuple[FeeLineDue, ...]:
    """The lines of a fee set that apply and are not zero, rounded to the piastre once each, percentages of the rounded
    lines. Rates are those of the facts `unit` and `governorate` on the day `submitted_on` (else `today`).

    Invalid (code "fee_unknown") when an amount that applies has no value or is negative, or when one or all of them
    pass what a receipt can say in words: nothing is ever billed too low in silence. KeyError when the service
    has no such set.
    """
    billed = _billed(service, fee_set, facts)
    largest = max(billed.lines, key=lambda line: line.amount, default=None)
    unknown = billed.unknown or (
        (largest,) if largest and total([one.amount for one in billed.lines]) > LARGEST else ()
    )
    if unknown:
        label = unknown[0].label
        said = Text(_UNKNOWN.ar.format(label=label.ar), _UNKNOWN.en.format(label=label.en))
        raise Invalid("fee_unknown", said)
    return billed.lines


def estimate(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> tuple[tuple[FeeLineDue, ...], bool]:
    """The lines that can be worked out already, and whether that is all: for a form being filled."""
    billed = _billed(service, fee_set, facts)
    return billed.lines, not billed.unknown


def due_total(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> Money:
    """The sum of a fee set's lines."""
    return total([line.amount for line in fees(service, fee_set, facts)])


def grounds(line: FeeLine, rates: Mapping[str, Figure]) -> tuple[str, bool]:
    """What a line and the rates it names rest on, and whether any of that is not settled."""
    named = [rate for key, rate in rates.items() if key in line.amount.names]
    sources = dict.fromkeys(filter(None, [line.source, *(rate.source for rate in named)]))
    return "; ".join(sources), line.illustrative or any(rate.illustrative for rate in named)


@dataclass(frozen=True, slots=True)
class _Billed:
    lines: tuple[FeeLineDue, ...]
    unknown: tuple[FeeLine, ...]


def _billed(service: ServiceDefinition, fee_set: str, facts: Mapping[str, Any]) -> _Billed:
    lines = service.fee_sets[fee_set].lines
    rates = figures(service.rates, facts)
    names = {**typed(service, facts), **{key: rate.amount for key, rate in rates.items()}}
    amounts: dict[int, Money | None] = {}
    for at, line in sorted(enumerate(lines), key=lambda pair: pair[1].percent is not None):
        found = amounts[at] = _amount(line, names)
        names[line_name(line.code)] = found.pounds if found is not None else None
    teller = Teller(service, names)
    due = tuple(_due(line, amount, teller, rates) for at, line in enumerate(lines) if (amount := amounts[at]))
    return _Billed(due, tuple(line for at, line in enumerate(lines) if amounts[at] is None))


def _amount(line: FeeLine, names: Mapping[str, Any]) -> Money | None:
    """What a line comes to, nothing when it does not apply; None when it cannot be known."""
    if line.when is not None and not holds(line.when.tree, names):
        return Money()
    amount = evaluate(line.amount.tree, names)
    return Money.rounded(amount) if isinstance(amount, Decimal) and 0 <= amount <= LARGEST.pounds else None


def _due(line: FeeLine, amount: Money, teller: Teller, rates: Mapping[str, Figure]) -> FeeLineDue:
    source, illustrative = grounds(line, rates)
    return FeeLineDue(
        code=line.code,
        label=line.label,
        amount=amount,
        settlement_code=line.settlement_code,
        source=source,
        illustrative=illustrative,
        rule=teller.line(line),
    )
