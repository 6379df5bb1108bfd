"""Which means are lawful for an amount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shubbak.kernel import clock
from shubbak.kernel.money import Money

from ..models import Ceiling
from ..states import Means

_FRESH = timedelta(seconds=60)
_kept: tuple[datetime, tuple[CeilingView, ...]] | None = None


@dataclass(frozen=True, slots=True)
class CeilingView:
    """Above `above`, only `means`; `effective_to` is the last day in force."""

    above: Money
    means: tuple[Means, ...]
    effective_from: date
    effective_to: date | None
    source: str

    def in_force(self, on: date) -> bool:
        """Whether the rule stands on that day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


def ceilings(on: date | None = None) -> tuple[CeilingView, ...]:
    """The rules, lowest amount first; only those in force when a day is named. At most a minute old."""
    global _kept
    now = clock.now()
    if _kept is None or abs(now - _kept[0]) > _FRESH:
        _kept = now, tuple(_view(row) for row in Ceiling.objects.order_by("above", "effective_from"))
    return _kept[1] if on is None else tuple(rule for rule in _kept[1] if rule.in_force(on))


def lawful_means(amount: Money, on: date) -> tuple[Means, ...]:
    """The means lawful for a whole amount on a day: the highest rule it exceeds; every means where no rule speaks."""
    exceeded = [rule for rule in ceilings(on) if amount > rule.above]
    return exceeded[-1].means if exceeded else tuple(Means)


def forget() -> None:
    """Read the rules anew next time: they were just changed."""
    global _kept
    _kept = None


def _view(row: Ceiling) -> CeilingView:
    return CeilingView(
        above=Money(row.above),
        means=tuple(Means(means) for means in row.means),
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        source=row.source,
    )
