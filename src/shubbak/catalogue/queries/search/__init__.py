"""Finding a service by what a person says, not by its name: forgiving of spelling, dialect, digits and word order."""

from __future__ import annotations

import hashlib
from threading import Lock

from ..published import Published, every_current
from .index import Index, told
from .ranking import Ranking

__all__ = ["sought"]
_MOST = 2


def sought(q: str) -> list[Published]:
    """The services that answer `q`, the best first; none when none does, or when nothing is asked.

    Answered from the process's memory; the first question after a text changed lays the words out anew.
    """
    kept = _ready()
    return [kept.whole[at] for at, _ in kept.ranking.ranked(q)]


class _Kept:
    """The ranking of a catalogue as it stands."""

    def __init__(self, whole: tuple[Published, ...]) -> None:
        self.whole = whole
        self.ranking = _ranking(whole)


_kept: _Kept | None = None
_rankings: dict[bytes, Ranking] = {}
_laying = Lock()


def _ready() -> _Kept:
    """The catalogue's words, laid out by one thread while the others wait for it."""
    global _kept
    whole = every_current()
    with _laying:
        if _kept is None or _kept.whole is not whole:
            _kept = _Kept(whole)
        return _kept


def _ranking(whole: tuple[Published, ...]) -> Ranking:
    """Kept by what is said of the services: a new version that says the same costs nothing."""
    texts = "\n".join(f"{weight} {text}" for one in whole for text, weight in told(one.service))
    mark = hashlib.sha256(texts.encode()).digest()
    if mark not in _rankings:
        while len(_rankings) >= _MOST:
            _rankings.pop(next(iter(_rankings)))
        _rankings[mark] = Ranking(Index([one.service for one in whole]))
    return _rankings[mark]
