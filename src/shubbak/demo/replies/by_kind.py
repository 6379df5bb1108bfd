"""Answers by the kind of their question, within its bounds: what is said where nothing better is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from shubbak.flow.definition import Field

from .words import address

_OF_TODAY = ("inspected_on", "visited_on", "session_on", "examined_on", "surveyed_on")
_WIDEST = 50


def by_kind(field: Field, chance: Random, today: date) -> Any:
    """An answer that the field takes."""
    return _BY_KIND[field.kind](field, chance, today)


def _choice(field: Field, chance: Random, today: date) -> str:
    return chance.choice(field.choices).key


def _many(field: Field, chance: Random, today: date) -> list[str]:
    keys = [choice.key for choice in field.choices]
    return sorted(chance.sample(keys, chance.randrange(1, len(keys) + 1)), key=keys.index)


def _day(field: Field, chance: Random, today: date) -> str:
    back = 0 if field.key in _OF_TODAY else chance.randrange(1, 400)
    return (today - timedelta(days=back)).isoformat()


def _number(field: Field, chance: Random, today: date) -> str:
    least = int(float(field.minimum or 1)) + bool(field.minimum and "." in field.minimum)
    most = int(float(field.maximum)) if field.maximum else least + _WIDEST
    return str(chance.randint(least, max(least, min(most, least + _WIDEST))))


_BY_KIND: Mapping[str, Callable[[Field, Random, date], Any]] = {
    "choice": _choice,
    "many": _many,
    "date": _day,
    "yes_no": lambda field, chance, today: chance.random() < 0.3,
    "text": lambda field, chance, today: "كما ورد بالمستندات",
    "long_text": lambda field, chance, today: "كما ورد بالمستندات، ولا ملاحظات أخرى.",
    "plot": lambda field, chance, today: str(chance.randrange(1, 400)),
    "parcel": lambda field, chance, today: {"basin": "", "block": "", "number": str(chance.randrange(1, 400))},
    "address": lambda field, chance, today: address(chance),
    "number": _number,
    "whole": _number,
    "money": _number,
}
