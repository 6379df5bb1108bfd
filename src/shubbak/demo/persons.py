"""Invented applicants. National ids lie in the serial block 000, which is believed never to be issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from shubbak.people.identifiers import check_digit

from . import names

MOST = 16_000
NEVER_ASK = 14_000
"""From this number on nobody comes to a window: places number their own below it."""
_OFFICES = {"04": "السويس", "18": "دمنهور", "13": "الزقازيق"}


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who may ask for a service: kind, number, name and mobile as a clerk would type them."""

    kind: str
    number: str
    name: str
    mobile: str


def invented(number: int, governorate: str) -> Invented:
    """The `number`-th person of a governorate, the same one every time; all different below MOST."""
    chance = Random(f"person/{governorate}/{number}")
    mobile = f"01000{number % MOST:06d}"
    kind = chance.choices(("citizen", "organisation", "foreigner"), (86, 12, 2))[0]
    if kind == "organisation":
        return Invented(kind, f"{_OFFICES[governorate]}/{90_000 + number}", names.organisation(chance), mobile)
    if kind == "foreigner":
        return Invented(kind, f"X{governorate}{number:05d}", names.foreigner(chance), mobile)
    woman = chance.random() < 0.42
    return Invented(kind, national_id(number, governorate, woman=woman), names.citizen(chance, woman=woman), mobile)


def national_id(number: int, governorate: str, *, woman: bool) -> str:
    """A well-formed id with a day of birth of its own among those of its governorate."""
    birth = date(1958, 1, 1) + timedelta(days=number * 7919 % MOST)
    return numbered(birth, governorate, 2 if woman else 1)


def numbered(birth: date, governorate: str, serial: int) -> str:
    """The id of somebody born on a day; of those born together each has a serial of her own, even for women."""
    body = f"{2 if birth.year < 2000 else 3}{birth:%y%m%d}{governorate}000{serial}"
    return body + check_digit(body)


def kin(chance: Random, governorate: str) -> tuple[str, str]:
    """Name and national id of somebody who is named in a request and never asks for anything: an agent, a driver."""
    number = chance.randrange(NEVER_ASK, MOST)
    of_her_own = Random(f"kin/{governorate}/{number}")
    woman = of_her_own.random() < 0.3
    return names.citizen(of_her_own, woman=woman), national_id(number, governorate, woman=woman)
