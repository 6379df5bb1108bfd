"""Answers that are texts and numbers of things: names, numbers of persons and telephones, uploads, earlier papers."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from uuid import UUID

from shubbak.kernel.arabic import latin_digits, visible

from ..asked import Field
from . import sayings
from .unfit import Unfit

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}")
_MOBILE = re.compile(r"(?:\+20|0020|20)?0?(1[0125]\d{8})")
_EARLIER = re.compile(r"[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){1,5}")
MAX_TEXT = {"long_text": 4000}


def text(field: Field, value: Any) -> str:
    """What can be seen of it, within the field's bounds (500 characters when it has none, 4000 a long text)."""
    if isinstance(value, (bool, list, dict)):
        raise Unfit("text", sayings.TEXT)
    clean = visible(str(value))
    longest = int(field.maximum) if field.maximum else MAX_TEXT.get(field.kind, 500)
    if len(clean) > longest:
        raise Unfit("too_long", sayings.filled(sayings.TOO_LONG, n=longest))
    if field.minimum and len(clean) < int(field.minimum):
        raise Unfit("too_short", sayings.filled(sayings.TOO_SHORT, n=field.minimum))
    return clean


def arabic(field: Field, value: Any) -> str:
    """A text whose letters are all Arabic, at least one; digits and punctuation may stand beside them."""
    clean = text(field, value)
    letters = [char for char in clean if char.isalpha()]
    if not letters or not all(unicodedata.name(char, "").startswith("ARABIC") for char in letters):
        raise Unfit("arabic", sayings.ARABIC)
    return clean


def national_id(field: Field, value: Any) -> str:
    """Fourteen digits; whether they are a person's is for `people` to say."""
    digits = re.sub(r"\s", "", latin_digits(str(value)))
    if not re.fullmatch(r"[23]\d{13}", digits):
        raise Unfit("national_id", sayings.NATIONAL_ID)
    return digits


def mobile(field: Field, value: Any) -> str:
    """`01012345678`, however it was written."""
    match = _MOBILE.fullmatch(re.sub(r"[\s\-()]", "", latin_digits(str(value))))
    if match is None:
        raise Unfit("mobile", sayings.MOBILE)
    return "0" + match[1]


def email(field: Field, value: Any) -> str:
    """An address of the shape `name@example.com`."""
    clean = text(field, value)
    if not _EMAIL.fullmatch(clean) or len(clean) > 254:
        raise Unfit("email", sayings.EMAIL)
    return clean


def file(field: Field, value: Any) -> str:
    """The key of an upload; that it exists and whose it is, `cases` asks `documents`."""
    try:
        return str(UUID(str(value).strip()))
    except ValueError:
        raise Unfit("file", sayings.FILE) from None


def earlier(field: Field, value: Any) -> str:
    """A number as printed on a slip or a paper (`SL-0402-2026-00004`); whose and in force, `cases` asks."""
    if isinstance(value, (bool, list, dict)):
        raise Unfit("earlier", sayings.EARLIER)
    number = re.sub(r"\s", "", latin_digits(str(value))).upper().replace("–", "-")
    if not _EARLIER.fullmatch(number):
        raise Unfit("earlier", sayings.EARLIER)
    return number
