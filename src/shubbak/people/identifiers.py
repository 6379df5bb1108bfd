"""The numbers people are known by: structure, normal form, mask. Pure: no database, and of the clock only today.

Digits of any script are accepted and normalised. What cannot be right raises Invalid with a mend; a wrong check digit
does not, for the rule of the check digit is not in any published law: it is reported, and the caller asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.refusal import Fault, Invalid

BORN_ABROAD = "88"
BIRTHPLACES = frozenset(
    f"{n:02d}" for n in (*range(1, 5), *range(11, 20), *range(21, 30), *range(31, 36), int(BORN_ABROAD))
)
_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_CENTURIES = {"2": 1900, "3": 2000}
_SEPARATORS = re.compile(r"[\s\-‐-―./()ـ\u200e\u200f\u2066-\u2069]+")

NATIONAL_ID, PASSPORT = "national_id", "passport"
COMMERCIAL_REGISTER, TAX_NUMBER, MOBILE = "commercial_register", "tax_number", "mobile"
HOLDERS = {
    NATIONAL_ID: "citizen",
    PASSPORT: "foreigner",
    COMMERCIAL_REGISTER: "organisation",
    TAX_NUMBER: "organisation",
}
"""Which kind of person carries which number."""


@dataclass(frozen=True, slots=True)
class NationalId:
    """A national id taken apart. `governorate` is the place of birth (88: abroad); `sex` is `male` or `female`."""

    number: str
    birth: date
    governorate: str
    sex: str
    check_ok: bool

    def age(self, on: date) -> int:
        """Whole years lived on a day."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in its normal form, its kind, and whether its check digit (if it has one) holds."""

    kind: str
    number: str
    check_ok: bool = True

    @property
    def holder(self) -> str:
        """The kind of person that carries such a number."""
        return HOLDERS[self.kind]


def parse_national_id(text: str) -> NationalId:
    """A national id of 14 digits, in any digits; Invalid says which part cannot be."""
    number = _plain(text)
    if not re.fullmatch(r"[0-9]{14}", number):
        raise _wrong("national_id_length", _("A national id has 14 digits. Count them again from the card."))
    birth = _birth(number)
    if number[7:9] not in BIRTHPLACES:
        raise _wrong(
            "national_id_governorate", _("Digits 8 and 9 are no governorate. Read the number again from the card.")
        )
    sex = "male" if int(number[12]) % 2 else "female"
    return NationalId(number, birth, number[7:9], sex, check_digit(number) == number[13])


def check_digit(number: str) -> str:
    """The check digit of the first 13 digits: 11 less their weighted sum modulo 11, its last digit."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:13], _WEIGHTS, strict=True))
    return str((11 - total % 11) % 10)


def parse_mobile(text: str) -> str:
    """An Egyptian mobile as `01xxxxxxxxx`, however it was written (+20, 0020, spaces, any digits)."""
    number = _plain(text).removeprefix("+")
    number = re.sub(r"^(00)?20(?=1[0-9]{9}$)", "0", number)
    if not re.fullmatch(r"01[0125][0-9]{8}", number):
        raise _wrong("mobile", _("A mobile number has 11 digits and starts with 010, 011, 012 or 015."), "mobile")
    return number


def parse_passport(text: str) -> str:
    """A passport number: 5 to 15 Latin letters and digits, in capitals."""
    number = _plain(text).upper()
    if not re.fullmatch(r"(?=.*[0-9])[A-Z0-9]{5,15}", number):
        raise _wrong(
            "passport", _("A passport number has 5 to 15 Latin letters and digits, as printed on its first page.")
        )
    return number


def parse_commercial_register(text: str) -> str:
    """A commercial register number with its registry office, `office/number`: a number is unique only in its office.

    Letters of the office's name are folded by the caller's search, not here; the form kept is `office/number`.
    """
    office, slash, number = " ".join(latin_digits(text).split()).rpartition("/")
    if not slash or not office.strip() or not re.fullmatch(r"[0-9]{1,10}", number.strip()):
        raise _wrong(
            "commercial_register",
            _("Write the registry office and the register number with a slash between them, like: Suez/12345."),
        )
    return f"{office.strip().casefold()}/{number.strip().lstrip('0') or '0'}"


def parse_tax_number(text: str) -> str:
    """A tax registration number: nine digits, written with or without dashes."""
    number = _plain(text)
    if not re.fullmatch(r"[0-9]{9}", number):
        raise _wrong("tax_number", _("A tax registration number has 9 digits, like 100-531-385."))
    return number


def parse(kind: str, text: str) -> Identifier:
    """A number of any kind in its normal form.

    `kind` is a kind of number, or a kind of person: a citizen has a national id, a foreigner a passport, and an
    organisation a tax number or (with its office before a slash) a commercial register number.
    """
    kind = _number_kind(kind, text)
    if kind == NATIONAL_ID:
        found = parse_national_id(text)
        return Identifier(kind, found.number, found.check_ok)
    reader = _READERS.get(kind)
    if reader is None:
        raise _wrong("number_kind", _("Choose national id, passport, commercial register or tax number."), "kind")
    return Identifier(kind, reader(text))


def masked(kind: str, number: str) -> str:
    """A number as most screens show it: the last four characters, and of a mobile the first three too."""
    if kind == MOBILE:
        return f"{number[:3]}••••{number[-4:]}"
    return "•" * max(len(number) - 4, 4) + number[-4:]


_READERS: dict[str, Callable[[str], str]] = {
    PASSPORT: parse_passport,
    COMMERCIAL_REGISTER: parse_commercial_register,
    TAX_NUMBER: parse_tax_number,
}


def _number_kind(kind: str, text: str) -> str:
    if kind == "organisation":
        return COMMERCIAL_REGISTER if "/" in text else TAX_NUMBER
    return {"citizen": NATIONAL_ID, "foreigner": PASSPORT}.get(kind, kind)


def _birth(number: str) -> date:
    century = _CENTURIES.get(number[0])
    if century is None:
        raise _wrong("national_id_century", _("A national id starts with 2 or 3. Read the number again from the card."))
    try:
        birth = date(century + int(number[1:3]), int(number[3:5]), int(number[5:7]))
    except ValueError:
        raise _wrong(
            "national_id_birth", _("Digits 2 to 7 are no date of birth. Read the number again from the card.")
        ) from None
    if birth > clock.today():
        raise _wrong("national_id_birth", _("The date of birth in this national id lies in the future."))
    return birth


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", latin_digits(text))


def _wrong(code: str, message: object, at: str = "number") -> Invalid:
    return Invalid(code, message, faults=[Fault(at, code, message)])
