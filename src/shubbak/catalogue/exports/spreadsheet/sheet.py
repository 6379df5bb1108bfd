"""A sheet: its title, its columns, its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text

Value = str | int | Decimal | None
Row = tuple[Value, ...]
YES, NO = Text("نعم", "yes"), Text("لا", "no")
SOURCED, ILLUSTRATIVE, UNSAID = (
    Text("له مصدر", "sourced"),
    Text("توضيحي", "illustrative"),
    Text("غير مذكور", "not said"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A heading in both languages, and how many characters wide."""

    heading: Text
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of thing over all services; `rows` gives the cells of one service's rows after its key and name."""

    title: Text
    columns: tuple[Column, ...]
    rows: Callable[[ServiceDefinition], Iterator[Row]]


def column(arabic: str, english: str, width: int = 16) -> Column:
    """A column."""
    return Column(Text(arabic, english), width)


def pair(arabic: str, english: str, width: int = 32) -> tuple[Column, Column]:
    """Two columns for the same words in Arabic and in English."""
    return column(f"{arabic} (عربي)", f"{english} (Arabic)", width), column(
        f"{arabic} (إنجليزي)", f"{english} (English)", width
    )


def both(text: Text | None) -> tuple[str, str]:
    """The two cells of a pair."""
    return (text.ar, text.en) if text is not None else ("", "")


def one(text: Text | None) -> str:
    """A word of a closed list, in both languages in one cell."""
    return f"{text.ar} / {text.en}" if text is not None else ""


def several(texts: Iterable[Text]) -> tuple[str, str]:
    """Several texts, a line each, in the two cells of a pair."""
    found = list(texts)
    return "\n".join(text.ar for text in found), "\n".join(text.en for text in found)


def yes_no(value: bool) -> str:
    """Yes or no."""
    return one(YES if value else NO)


def vouched(source: str, illustrative: bool) -> str:
    """What stands behind a figure."""
    said = source.strip().lower()
    if illustrative or said.startswith("illustrative"):
        return one(ILLUSTRATIVE)
    return one(SOURCED if said else UNSAID)
