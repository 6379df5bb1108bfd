"""What a service costs: fee sets, their lines, and the figures that a schedule may set otherwise by place and day."""

from __future__ import annotations

from dataclasses import dataclass

from .expressions import Expr
from .words import Text


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a tariff: up to and with `up_to` (none: whatever is above) it is `amount` pounds."""

    amount: Expr
    up_to: str | None = None


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of an invoice. `amount` in pounds is an expression over the answers and rates: all that is evaluated.

    What it was made of stays beside, to be told: `by` with `bands` (one amount for the band) or `slices` (each slice at
    its own rate), `percent` of the lines `of` (their rounded amounts are the names `line_name(code)`), and the bounds.
    """

    code: str
    label: Text
    amount: Expr
    settlement_code: str
    when: Expr | None = None
    source: str = ""
    illustrative: bool = False
    by: Expr | None = None
    bands: tuple[Band, ...] = ()
    slices: tuple[Band, ...] = ()
    percent: str | None = None
    of: tuple[str, ...] = ()
    at_least: Expr | None = None
    at_most: Expr | None = None


@dataclass(frozen=True, slots=True)
class FeeSet:
    """The lines that are collected together at one payment step."""

    key: str
    lines: tuple[FeeLine, ...]


@dataclass(frozen=True, slots=True)
class RateOverride:
    """What a rate is in one unit, one governorate or the whole country, from one day to another (both included)."""

    amount: str
    governorate: str = ""
    unit: str = ""
    since: str = ""
    until: str = ""
    source: str = ""
    schedule: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure that fee lines name: `amount`, unless an override holds at the place and day of submission."""

    key: str
    label: Text
    amount: str
    unit: Text | None = None
    source: str = ""
    illustrative: bool = False
    overrides: tuple[RateOverride, ...] = ()


def line_name(code: str) -> str:
    """The name under which a percent line asks for another line's rounded amount; no answer can have it."""
    return f"line {code}"
