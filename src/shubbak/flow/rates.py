"""Which figure a rate is, at a place and on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from .charged import Rate, RateOverride


@dataclass(frozen=True, slots=True)
class Figure:
    """A rate as it holds there and then, and what it rests on."""

    amount: Decimal
    source: str = ""
    illustrative: bool = False


def figures(rates: Iterable[Rate], facts: Mapping[str, Any]) -> dict[str, Figure]:
    """Every rate by its key, for the `unit` and `governorate` of the facts and the day of submission (`submitted_on`,
    else `today`). A unit's own goes before its governorate's, that before the country's; of several, the latest."""
    holding = ((rate, chosen(rate, facts) or rate) for rate in rates)
    return {rate.key: Figure(Decimal(one.amount), one.source, one.illustrative) for rate, one in holding}


def rates_at(rates: Iterable[Rate], facts: Mapping[str, Any]) -> dict[str, Decimal]:
    """The amounts alone."""
    return {key: figure.amount for key, figure in figures(rates, facts).items()}


def chosen(rate: Rate, facts: Mapping[str, Any]) -> RateOverride | None:
    """The override that holds there and then; none when the rate stands as the service writes it."""
    unit, governorate = str(facts.get("unit") or ""), str(facts.get("governorate") or "")
    day = _text(facts.get("submitted_on") or facts.get("today"))
    holding = [one for one in rate.overrides if _holds(one, unit, governorate or unit[:2], day)]
    return max(holding, key=lambda one: (bool(one.unit), bool(one.governorate), one.since), default=None)


def _holds(override: RateOverride, unit: str, governorate: str, day: str) -> bool:
    here = override.unit in ("", unit) and override.governorate in ("", governorate)
    begun = not override.since or (bool(day) and override.since <= day)
    return here and begun and (not override.until or not day or day <= override.until)


def _text(day: Any) -> str:
    return day.isoformat()[:10] if isinstance(day, date) else str(day or "")
