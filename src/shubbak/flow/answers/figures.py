"""Answers that are numbers, days, and choices from a list."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.decimals import BOUND, decimal_in, is_within
from shubbak.kernel.money import Money

from ..asked import Field
from . import sayings
from .unfit import Unfit

_YES = {"yes", "true", "on", "1", "نعم"}
_NO = {"no", "false", "off", "0", "لا"}
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


def decimal(value: Any) -> Decimal:
    """The number that somebody wrote, in any digits, with six decimals at most."""
    clean = latin_digits(str(value)).replace("٫", ".").replace("٬", "").replace(",", "").replace("،", "")
    number = decimal_in(clean)
    if number is None or not is_within(number) or number.copy_abs() == BOUND:
        raise Unfit("number", sayings.NUMBER)
    if number != number.quantize(Decimal("0.000001")):
        raise Unfit("number", sayings.NUMBER)
    return number


def written(number: Decimal) -> str:
    """The one text of a number: `120.5` for `120.50`, never an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


def _bounded(field: Field, number: Decimal) -> Decimal:
    if field.minimum is not None and number < Decimal(field.minimum):
        raise Unfit("too_small", sayings.filled(sayings.TOO_SMALL, n=field.minimum))
    if field.maximum is not None and number > Decimal(field.maximum):
        raise Unfit("too_large", sayings.filled(sayings.TOO_LARGE, n=field.maximum))
    return number


def number(field: Field, value: Any) -> str:
    """An exact decimal text."""
    return written(_bounded(field, decimal(value)))


def whole(field: Field, value: Any) -> int:
    """A whole number."""
    found = _bounded(field, decimal(value))
    if found != found.to_integral_value():
        raise Unfit("whole", sayings.WHOLE)
    return int(found)


def money(field: Field, value: Any) -> str:
    """Pounds with two decimals."""
    found = _bounded(field, decimal(value))
    if found != found.quantize(Decimal("0.01")):
        raise Unfit("money", sayings.MONEY)
    return str(Money.rounded(found))


def day(field: Field, value: Any) -> str:
    """A day as 2026-03-01, however it was written."""
    text = latin_digits(str(value)).strip()
    match = _DAY.fullmatch(text)
    try:
        found = date(*(int(part) for part in reversed(match.groups()))) if match else date.fromisoformat(text)
    except ValueError:
        raise Unfit("date", sayings.DATE) from None
    if (field.minimum and found.isoformat() < field.minimum) or (field.maximum and found.isoformat() > field.maximum):
        raise Unfit("date_range", sayings.filled(sayings.DATE_RANGE, a=field.minimum or "…", b=field.maximum or "…"))
    return found.isoformat()


def yes_no(field: Field, value: Any) -> bool:
    """Yes or no, in words or as true and false."""
    word = str(value).strip().casefold()
    if word not in _YES | _NO:
        raise Unfit("yes_no", sayings.YES_NO)
    return word in _YES


def choice(field: Field, value: Any) -> str:
    """The key of a choice."""
    if value not in [one.key for one in field.choices]:
        raise Unfit("choice", sayings.CHOICE)
    return str(value)


def many(field: Field, value: Any) -> list[str]:
    """The keys chosen, in the definition's order."""
    given = value if isinstance(value, list) else [value]
    known = [one.key for one in field.choices]
    if any(member not in known for member in given):
        raise Unfit("choice", sayings.CHOICE)
    return [key for key in known if key in given]
