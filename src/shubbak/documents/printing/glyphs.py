"""What the fonts of papers can write: a letter that none of them has would leave a paper unprinted, so it is marked."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent.parent / "fonts"
_SPACES = "\n\t"


def printable(facts: Any) -> Iterator[Any]:
    """The facts as they are; then with a mark for each letter that our fonts, or Greek and Cyrillic from the press's
    own, cannot write; at last only with letters that stand alone in our fonts. The first that prints is the paper."""
    yield facts
    yield _marked(facts, _likely, "\N{WHITE SQUARE}")
    yield _marked(facts, _certain, "?")


def _marked(value: Any, kept: Callable[[str], bool], mark: str) -> Any:
    if isinstance(value, str):
        return "".join(char if kept(char) else mark for char in value)
    if isinstance(value, dict):
        return {key: _marked(one, kept, mark) for key, one in value.items()}
    return [_marked(one, kept, mark) for one in value] if isinstance(value, list | tuple) else value


def _likely(char: str) -> bool:
    greek_or_cyrillic = "\u0370" <= char <= "\u045f" and char.isalpha()
    return char in _SPACES or ord(char) in covered() or greek_or_cyrillic


def _certain(char: str) -> bool:
    return char in _SPACES or (ord(char) in covered() and unicodedata.category(char)[0] not in "CM")


@cache
def covered() -> frozenset[int]:
    """What our fonts can write, each family in both its weights."""
    families: dict[str, frozenset[int]] = {}
    for path in sorted(FONTS.glob("*.ttf")):
        name, own = path.name.partition("-")[0], frozenset(_characters(path.read_bytes()))
        families[name] = families.get(name, own) & own
    return frozenset().union(*families.values())


def _characters(font: bytes) -> Iterator[int]:
    """The characters of a TrueType font: the ranges of its `cmap` table of format 4."""
    count = int.from_bytes(font[4:6])
    tables = {tag: start for tag, _, start, _ in struct.iter_unpack(">4sIII", font[12 : 12 + 16 * count])}
    at = tables[b"cmap"]
    held = int.from_bytes(font[at + 2 : at + 4])
    for _, _, offset in struct.iter_unpack(">HHI", font[at + 4 : at + 4 + 8 * held]):
        if font[at + offset : at + offset + 2] == b"\0\4":
            yield from _ranges(font, at + offset)


def _ranges(font: bytes, table: int) -> Iterator[int]:
    size = int.from_bytes(font[table + 6 : table + 8])
    first = table + 14

    def column(number: int) -> tuple[int, ...]:
        start = first + number * size + (2 if number else 0)
        return struct.unpack(f">{size // 2}H", font[start : start + size])

    ends, starts, deltas, offsets = (column(number) for number in range(4))
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        place = first + 3 * size + 2 + 2 * i + offsets[i]
        for char in range(start, min(end, 0xFFFE) + 1):
            spot = place + 2 * (char - start)
            glyph = int.from_bytes(font[spot : spot + 2]) if offsets[i] else char
            if glyph and (offsets[i] or (char + deltas[i]) & 0xFFFF):
                yield char
