"""Words as they are compared: folded, without article and endings, by their root letters, and from Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from shubbak.kernel.arabic import fold

ARTICLES = ("وبال", "ولل", "وال", "بال", "كال", "فال", "عال", "لل", "ال")
JOINED = ("و", "ب", "ل", "ف")
_ENDINGS = ("يات", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "كم", "تي", "تك", "ته", "ه", "ي", "ك", "ا")
_ENGLISH_ENDINGS = ("ing", "ies", "es", "ed", "s", "y")
_VERBS = ("هست", "هن", "هت", "هي", "بن", "بت", "بي", "ست", "ات", "ان", "ه", "ب", "ن", "ي", "ت", "ا", "م")
_WEAK = str.maketrans("", "", "اوي")
_LEAST, _LEAST_ENGLISH = 3, 3
_SPOKEN = str.maketrans("ثذظ", "تدض")  # as they are said in Egypt, and often written
_AGAIN = re.compile(r"(.)\1+")
_EDGE = re.compile(r"(?<=[\u0621-\u064a])(?=\d)|(?<=\d)(?=[\u0621-\u064a])")
_ARABIC = re.compile(r"[\u0621-\u064a]")

# Latin letters of a chat and the Arabic ones they stand for, brought to one sign a sound.
_CHAT = (("sh", "$"), ("ch", "$"), ("kh", "x"), ("gh", "g"), ("th", "s"), ("dh", "z"))
_CHAT_SIGNS = str.maketrans("57968c", "xhstkk", "aeiouwy2'")
_SOUNDS = str.maketrans("بتثجحخدذرزسشصضطظعغفقكلمنه", "btsghxdzrzs$sdtz3gfkklmnh", "اوي")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; a number written onto a word stands alone."""
    return tuple(_EDGE.sub(" ", fold(text)).split())


def arabic(word: str) -> bool:
    """Whether a word is written in Arabic letters."""
    return _ARABIC.search(word) is not None


@lru_cache(maxsize=20_000)
def form(word: str) -> str:
    """The word without its article and without doubled letters: what an index keeps."""
    if not arabic(word):
        return word
    word = word.translate(_SPOKEN)
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _LEAST:
            word = word[len(article) :]
            break
    return _AGAIN.sub(r"\1", word) if len(word) > _LEAST else word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A form without the endings of number, gender and owner; a light hand, so that what differs stays apart."""
    if word.isdigit():
        return word
    endings, least = (_ENDINGS, _LEAST) if arabic(word) else (_ENGLISH_ENDINGS, _LEAST_ENGLISH)
    for _ in range(2):
        ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= least), "")
        word = word.removesuffix(ending) if ending else word
    return word


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The letters that verbs and nouns of one root share (أجدد، تجديد); empty when too few are left to tell."""
    if not arabic(word):
        return ""
    bare = stem(word)
    verb = next((one for one in _VERBS if bare.startswith(one) and len(bare) - len(one) >= _LEAST), "")
    bare = bare.removeprefix(verb)
    bare = bare[0] + bare[1:].translate(_WEAK)
    bare = _AGAIN.sub(r"\1", bare)
    return bare if len(bare) >= _LEAST else ""


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a word, the same from Arabic letters and from Latin ones as people chat (rokhsa, 3arabeya)."""
    if arabic(word):
        return _AGAIN.sub(r"\1", word.removesuffix("ه").translate(_SOUNDS))
    for latin, sign in _CHAT:
        word = word.replace(latin, sign)
    return _AGAIN.sub(r"\1", word.translate(_CHAT_SIGNS))


def slips(word: str) -> set[str]:
    """The word with any one letter left out: two words one slip apart share one of these (or are one)."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def near(one: str, other: str) -> bool:
    """Whether one slip of the hand (a letter more, less, other, or two changed about) leads from one to the other."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )
