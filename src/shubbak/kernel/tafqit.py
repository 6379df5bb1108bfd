"""Amounts in words (تفقيط), as cheques and receipts write them, in Arabic and in English.

In Arabic everything counted here (جنيه, قرش, ألف, مليون, مليار) is masculine: 3 to 10 take the feminine form of the
number and the broken plural (ثلاثة جنيهات), 11 to 99 the accusative singular (أحد عشر جنيهًا), hundreds and round
thousands the genitive singular (مائتا جنيه, ألفا جنيه); one and two are spoken by the noun itself (جنيه واحد, جنيهان).
The words are nominative, as an amount standing alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from .money import Money

LARGEST = Money(10**14 - 1)
"""One piastre below a million million pounds."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The forms of a masculine noun under a number; `joined` is its dual before another noun (ألفا جنيه)."""

    one: str
    two: str
    joined: str
    few: str
    many: str


POUND = Counted("جنيه", "جنيهان", "جنيها", "جنيهات", "جنيهًا")
PIASTRE = Counted("قرش", "قرشان", "قرشا", "قروش", "قرشًا")
SCALES = (
    (10**9, Counted("مليار", "ملياران", "مليارا", "مليارات", "مليارًا")),
    (10**6, Counted("مليون", "مليونان", "مليونا", "ملايين", "مليونًا")),
    (10**3, Counted("ألف", "ألفان", "ألفا", "آلاف", "ألفًا")),
)
_UNITS = """صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحد_عشر اثنا_عشر ثلاثة_عشر أربعة_عشر
خمسة_عشر ستة_عشر سبعة_عشر ثمانية_عشر تسعة_عشر"""
_TENS = "- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون"
_HUNDREDS = "- مائة مائتان ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة"
_ENGLISH_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen"""
_ENGLISH_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
UNITS, TENS, HUNDREDS = _UNITS.split(), _TENS.split(), _HUNDREDS.split()
ENGLISH_UNITS, ENGLISH_TENS = _ENGLISH_UNITS.split(), _ENGLISH_TENS.split()
ENGLISH_SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def in_words(money: Money, language: str) -> str:
    """`مائة وأحد عشر جنيهًا وخمسون قرشًا فقط لا غير`, or `One hundred and eleven pounds and fifty piastres only`.

    Any language but `ar` is written in English. ValueError below zero or above LARGEST.
    """
    if not Money(0) <= money <= LARGEST:
        raise ValueError(f"not an amount to be written in words: {money}")
    pounds, piastres = divmod(money.piastres, 100)
    return _in_arabic(pounds, piastres) if language == "ar" else _in_english(pounds, piastres)


def _in_arabic(pounds: int, piastres: int) -> str:
    parts = [_amount(number, noun) for number, noun in ((pounds, POUND), (piastres, PIASTRE)) if number]
    return " و".join(parts or [f"{UNITS[0]} {POUND.one}"]) + " فقط لا غير"


def _amount(number: int, noun: Counted) -> str:
    """A number above zero of `noun`; the noun follows what is spoken last."""
    parts = []
    for scale, name in SCALES:
        group, number = divmod(number, scale)
        if group % 1000:
            parts.append(_scaled(group % 1000, name, joined=number == 0))
        if group and number == 0:
            parts[-1] += f" {noun.one}"
    if number:
        parts.append(_counted(number, noun))
    return " و".join(parts)


def _scaled(number: int, scale: Counted, *, joined: bool) -> str:
    """1 to 999 thousands, millions or milliards; `joined` when the counted noun follows at once."""
    hundreds, rest = divmod(number, 100)
    two = scale.joined if joined else scale.two
    if rest in (1, 2):
        last = scale.one if rest == 1 else two
        return f"{_hundreds(hundreds, joined=True)} {scale.one} و{last}" if hundreds else last
    if rest == 0:
        return f"{_hundreds(hundreds, joined=True)} {scale.one}"
    noun = scale.few if rest <= 10 else scale.one if joined else scale.many
    return f"{_spoken(number)} {noun}"


def _counted(number: int, noun: Counted) -> str:
    """1 to 999 of what is counted."""
    hundreds, rest = divmod(number, 100)
    if rest == 0:
        return f"{_hundreds(hundreds, joined=True)} {noun.one}"
    if rest > 2:
        return f"{_spoken(number)} {noun.few if rest <= 10 else noun.many}"
    last = f"{noun.one} {UNITS[1]}" if rest == 1 else noun.two
    return f"{_hundreds(hundreds, joined=False)} و{last}" if hundreds else last


def _hundreds(hundreds: int, *, joined: bool) -> str:
    """The hundreds alone; مائتان loses its nun before a noun."""
    return HUNDREDS[2][:-1] if joined and hundreds == 2 else HUNDREDS[hundreds]


def _spoken(number: int) -> str:
    """1 to 999 without a noun."""
    hundreds, rest = divmod(number, 100)
    parts = [HUNDREDS[hundreds]] if hundreds else []
    if rest >= 20:
        tens, units = divmod(rest, 10)
        parts += [UNITS[units], TENS[tens]] if units else [TENS[tens]]
    elif rest:
        parts.append(UNITS[rest].replace("_", " "))
    return " و".join(parts)


def _in_english(pounds: int, piastres: int) -> str:
    parts = []
    if pounds or not piastres:
        parts.append(f"{_english(pounds)} {'pound' if pounds == 1 else 'pounds'}")
    if piastres:
        parts.append(f"{_english(piastres)} {'piastre' if piastres == 1 else 'piastres'}")
    words = " and ".join(parts) + " only"
    return words[0].upper() + words[1:]


def _english(number: int) -> str:
    if number < 1000:
        return _english_hundreds(number)
    parts = []
    for scale, name in ENGLISH_SCALES:
        group, number = divmod(number, scale)
        if group:
            parts.append(f"{_english_hundreds(group)} {name}")
    if number:
        parts.append(("and " if number < 100 else "") + _english_hundreds(number))
    return " ".join(parts)


def _english_hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    small = ENGLISH_UNITS[rest] if rest < 20 else ENGLISH_TENS[tens] + (f"-{ENGLISH_UNITS[units]}" if units else "")
    if not hundreds:
        return small
    return f"{ENGLISH_UNITS[hundreds]} hundred" + (f" and {small}" if rest else "")
