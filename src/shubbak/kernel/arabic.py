"""Arabic text as people type it: digits in any script, and a folded form for finding names again."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {ord(a): str(i) for i in range(10) for a in ("٠١٢٣٤٥٦٧٨٩"[i], "۰۱۲۳۴۵۶۷۸۹"[i])}
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ـ": ""}
)
_HARAKAT = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ABD = re.compile(r"(?<!\S)عبد (?=ال)")
_GAP = re.compile(r"[^\w]+")


def latin_digits(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits written as Latin ones."""
    return text.translate(_DIGITS)


def fold(text: str) -> str:
    """The form under which a name is stored for search and under which a search is made.

    Folds alef with hamza or madda, hamza seats, ta marbuta, final ya, Persian letters, tatweel, diacritics, digits,
    case and presentation forms, joins "عبد ال…" and drops punctuation. `fold(fold(x)) == fold(x)`.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _HARAKAT.sub("", text).translate(_LETTERS).replace("ء", "").casefold()
    text = _GAP.sub(" ", latin_digits(text)).strip()
    return _ABD.sub("عبد", text)
