"""One answer as a person typed it or a program sent it: read by the kind of its field into clean, JSON-safe form.

Clean forms: texts stripped; numbers as exact decimal texts ("12.5"), whole numbers as int, money as "1250.50", dates as
"2026-03-01", yes_no as bool, choice as its key, many as a list of keys in the definition's order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.money import Money

from ..definition import Field
from ..words import Text
from . import sayings

_YES = {"yes", "true", "on", "1", "نعم"}
_NO = {"no", "false", "off", "0", "لا"}
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}")
_MOBILE = re.compile(r"(?:\+20|0020|20)?0?(1[0125]\d{8})")
MAX_TEXT = {"long_text": 4000}


class Unfit(ValueError):
    """A value that does not read as its kind: a code for machines and the mend in both languages."""

    def __init__(self, code: str, message: Text) -> None:
        super().__init__(code)
        self.code, self.message = code, message


def is_empty(value: Any) -> bool:
    """Whether nothing was answered."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_value(field: Field, value: Any) -> Any:
    """The clean form of an answer that is not empty; Unfit says how to mend it."""
    reader = _READERS.get(field.kind)
    return reader(field, value) if reader else _text(field, value)


def _text(field: Field, value: Any) -> str:
    if isinstance(value, (bool, list, dict)):
        raise Unfit("text", sayings.TEXT)
    text = unicodedata.normalize("NFC", str(value)).replace("\0", "").strip()
    longest = int(field.maximum) if field.maximum else MAX_TEXT.get(field.kind, 500)
    if len(text) > longest:
        raise Unfit("too_long", sayings.filled(sayings.TOO_LONG, n=longest))
    if field.minimum and len(text) < int(field.minimum):
        raise Unfit("too_short", sayings.filled(sayings.TOO_SHORT, n=field.minimum))
    return text


def _decimal(value: Any) -> Decimal:
    clean = latin_digits(str(value)).replace("٫", ".").replace("٬", "").replace(",", "").replace("،", "").strip()
    try:
        number = Decimal(clean) if not isinstance(value, (bool, list, dict)) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        raise Unfit("number", sayings.NUMBER)
    if number != number.quantize(Decimal("0.000001")):
        raise Unfit("number", sayings.NUMBER)
    return number


def _bounded(field: Field, number: Decimal) -> Decimal:
    if field.minimum is not None and number < Decimal(field.minimum):
        raise Unfit("too_small", sayings.filled(sayings.TOO_SMALL, n=field.minimum))
    if field.maximum is not None and number > Decimal(field.maximum):
        raise Unfit("too_large", sayings.filled(sayings.TOO_LARGE, n=field.maximum))
    return number


def _number(field: Field, value: Any) -> str:
    number = _bounded(field, _decimal(value))
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


def _whole(field: Field, value: Any) -> int:
    number = _bounded(field, _decimal(value))
    if number != number.to_integral_value():
        raise Unfit("whole", sayings.WHOLE)
    return int(number)


def _money(field: Field, value: Any) -> str:
    number = _bounded(field, _decimal(value))
    if number != number.quantize(Decimal("0.01")):
        raise Unfit("money", sayings.MONEY)
    return str(Money.rounded(number))


def _date(field: Field, value: Any) -> str:
    text = latin_digits(str(value)).strip()
    written = _DAY.fullmatch(text)
    try:
        day = date(*(int(part) for part in reversed(written.groups()))) if written else date.fromisoformat(text)
    except ValueError:
        raise Unfit("date", sayings.DATE) from None
    if (field.minimum and day.isoformat() < field.minimum) or (field.maximum and day.isoformat() > field.maximum):
        raise Unfit("date_range", sayings.filled(sayings.DATE_RANGE, a=field.minimum or "…", b=field.maximum or "…"))
    return day.isoformat()


def _yes_no(field: Field, value: Any) -> bool:
    word = str(value).strip().casefold()
    if word not in _YES | _NO:
        raise Unfit("yes_no", sayings.YES_NO)
    return word in _YES


def _choice(field: Field, value: Any) -> str:
    if value not in [choice.key for choice in field.choices]:
        raise Unfit("choice", sayings.CHOICE)
    return str(value)


def _many(field: Field, value: Any) -> list[str]:
    given = value if isinstance(value, list) else [value]
    known = [choice.key for choice in field.choices]
    if any(member not in known for member in given):
        raise Unfit("choice", sayings.CHOICE)
    return [key for key in known if key in given]


def _national_id(field: Field, value: Any) -> str:
    digits = re.sub(r"\s", "", latin_digits(str(value)))
    if not re.fullmatch(r"[23]\d{13}", digits):
        raise Unfit("national_id", sayings.NATIONAL_ID)
    return digits


def _mobile(field: Field, value: Any) -> str:
    match = _MOBILE.fullmatch(re.sub(r"[\s\-()]", "", latin_digits(str(value))))
    if match is None:
        raise Unfit("mobile", sayings.MOBILE)
    return "0" + match[1]


def _email(field: Field, value: Any) -> str:
    text = _text(field, value)
    if not _EMAIL.fullmatch(text) or len(text) > 254:
        raise Unfit("email", sayings.EMAIL)
    return text


_READERS: dict[str, Callable[[Field, Any], Any]] = {
    "number": _number,
    "whole": _whole,
    "money": _money,
    "date": _date,
    "yes_no": _yes_no,
    "choice": _choice,
    "many": _many,
    "national_id": _national_id,
    "mobile": _mobile,
    "email": _email,
}
