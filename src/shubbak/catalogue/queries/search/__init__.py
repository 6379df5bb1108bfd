"""Finding a service by what a person says, not by its name: forgiving of spelling, dialect, digits and word order."""

from __future__ import annotations

from ..published import Published, every_current
from .index import Index
from .ranking import Ranking

__all__ = ["sought"]


class _Kept:
    """The ranking of a catalogue as it stands: laid out once, for every question until a service changes."""

    def __init__(self, whole: tuple[Published, ...]) -> None:
        self.whole = whole
        self.ranking = Ranking(Index([one.service for one in whole]))


_kept: _Kept | None = None


def sought(q: str) -> list[Published]:
    """The services that answer `q`, the best first; none when none does, or when nothing is asked.

    Answered from the process's memory; the first question after a change lays the words of the catalogue out anew.
    """
    kept = _ready()
    return [kept.whole[at] for at, _ in kept.ranking.ranked(q)]


def _ready() -> _Kept:
    """The catalogue's words, laid out."""
    global _kept
    whole = every_current()
    if _kept is None or _kept.whole is not whole:
        _kept = _Kept(whole)
    return _kept
