"""Identifiers: time-ordered keys, tracking codes, and the check character of a case number."""

from __future__ import annotations

import os
import secrets
import time
import uuid

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECK = CROCKFORD[:31]
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def uuid7() -> uuid.UUID:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)


def tracking_code() -> str:
    """Eight random characters of Crockford's Base32: 40 bits that only the slip carries."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(8))


def read_crockford(text: str) -> str:
    """What a person typed, as Crockford's Base32 reads it: upper case, I and L as 1, O as 0, no separators."""
    return "".join(text.split()).replace("-", "").upper().translate(_READ_AS)


def check_character(text: str) -> str:
    """The check character of `text`: weights 3^i modulo 31, so that any one wrong character and any swap of two shows.

    3 is a primitive root of 31, hence the weights of up to 30 places all differ. Separators do not count.
    """
    total, weight = 0, 3
    for char in text.replace("-", ""):
        total += CROCKFORD.index(char) * weight
        weight = weight * 3 % 31
    return _CHECK[-total % 31]


def case_number(unit: str, year: int, serial: int) -> str:
    """`0402-2026-001847-K`: unit, year, serial of six digits or more, and a check character over all of them."""
    body = f"{unit}-{year}-{serial:06d}"
    return f"{body}-{check_character(body)}"


def is_case_number(text: str) -> bool:
    """Whether `text` is shaped like a case number and its check character holds."""
    body, _, check = text.rpartition("-")
    try:
        return body.count("-") == 2 and check == check_character(body)
    except ValueError:
        return False
