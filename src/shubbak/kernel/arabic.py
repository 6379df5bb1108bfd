"""Text as people type it: digits in any script, what can be seen of it, and a folded form to find names again."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {ord(a): str(i) for i in range(10) for a in ("٠١٢٣٤٥٦٧٨٩"[i], "۰۱۲۳۴۵۶۷۸۹"[i])}
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ـ": ""}
)
_PLANES = range(0x10000, 0x110000, 0x10000)
_HARAKAT = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Controls but the line's end, marks of direction, what takes no room, and what is no character at all.
_UNSEEN = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES) + "]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_LOOSE_JOINERS = re.compile("(?:^|(?<=\\s))[\u200c\u200d]+|[\u200c\u200d]+(?=\\s|$)|(?<=[\u200c\u200d])[\u200c\u200d]+")
_ABD = re.compile(r"(?<!\S)عبد (?=ال)")
_GAP = re.compile(r"[^\w]+")


def latin_digits(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits written as Latin ones."""
    return text.translate(_DIGITS)


def visible(text: str) -> str:
    """`text` in NFC and stripped, without what nobody sees: controls (a tab is a space, a line ends in `\\n`), marks
    of direction, what takes no room. A joiner stays between two letters, where Persian names and emoji have it.
    `visible(visible(x)) == visible(x)`."""
    lined = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _LOOSE_JOINERS.sub("", _UNSEEN.sub("", lined)).strip())


def fold(text: str) -> str:
    """The form under which a name is stored for search and under which a search is made.

    Folds alef with hamza or madda, hamza seats, ta marbuta, final ya, Persian letters, tatweel, diacritics, digits,
    case and presentation forms, joins "عبد ال…" and drops punctuation. `fold(fold(x)) == fold(x)`.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _HARAKAT.sub("", text).translate(_LETTERS).replace("ء", "").casefold()
    text = _GAP.sub(" ", latin_digits(text)).strip()
    return _ABD.sub("عبد", text)
