"""Invented applicants. National ids lie in the serial block 000, which is believed never to be issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from shubbak.people.identifiers import check_digit

from . import names

MOST = 16_000
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
    body = f"{2 if birth.year < 2000 else 3}{birth:%y%m%d}{governorate}000{2 if woman else 1}"
    return body + check_digit(body)
