"""Likeness by short runs of letters: what catches a word in a form that nobody wrote down.

Of each service one vector of everything said of it, and one of each saying; weights are TF-IDF, likeness is the cosine
(Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0). A run is two to four letters of a word with its edges.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log, sqrt

from .letters import form, stem, words

_LENGTHS = (2, 3, 4)
_NEAREST = 3
Sayings = Sequence[Sequence[str]]
"""For each service, every text that is said of it."""


class Runs:
    """The runs of letters of every service, laid out once."""

    def __init__(self, said: Sayings) -> None:
        self._rare = _rareness(_counted(texts) for texts in said)  # counted twice rather than kept: they are large
        self._rare_in_sayings = _rareness(set(_of_text(text)) for texts in said for text in texts)
        self._places: dict[str, tuple[array[int], array[float]]] = defaultdict(lambda: (array("H"), array("f")))
        for at, texts in enumerate(said):
            vector = {run: (1 + log(count)) * self._rare[run] for run, count in _counted(texts).items()}
            length = _length(vector.values())
            for run, weight in vector.items():
                services, weights = self._places[run]
                services.append(at)
                weights.append(weight / length)
        self._sayings = [[self._saying(text) for text in texts] for texts in said]

    def likeness(self, text: str) -> dict[int, float]:
        """How like a text is to all that is said of each service, 0 to 1; what shares nothing is left out."""
        asked = {
            run: (1 + log(count)) * self._rare[run]
            for run, count in Counter(_of_text(text)).items()
            if run in self._rare
        }
        found: dict[int, float] = defaultdict(float)
        for run, weight in asked.items():
            for at, held in zip(*self._places[run], strict=True):
                found[at] += weight * held
        length = _length(asked.values())
        return {at: shared / length for at, shared in found.items()}

    def nearest(self, text: str, among: Iterable[int]) -> dict[int, float]:
        """How like a text is to the three sayings nearest to it of each service, from 0 to 1."""
        rare = self._rare_in_sayings
        asked = {run: rare[run] ** 2 for run in _of_text(text) if run in rare}
        length = sqrt(sum(asked.values())) or 1.0
        return {
            at: sum(nlargest(_NEAREST, (_shared(asked, runs) / own for runs, own in self._sayings[at])))
            / _NEAREST
            / length
            for at in among
        }

    def _saying(self, text: str) -> tuple[tuple[str, ...], float]:
        """The runs of a saying and how long their vector is."""
        runs = tuple(dict.fromkeys(_of_text(text)))
        return runs, _length(self._rare_in_sayings[run] for run in runs)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(run for text in texts for run in _of_text(text))


def _shared(asked: dict[str, float], runs: tuple[str, ...]) -> float:
    return sum(asked[run] for run in runs if run in asked)


def _rareness(texts: Iterable[Iterable[str]]) -> dict[str, float]:
    """The smoothed inverse document frequency of every run."""
    seen: Counter[str] = Counter()
    for whole, text in enumerate(texts, 1):  # noqa: B007  (how many there were is wanted)
        seen.update(iter(text))
    return {run: log((1 + whole) / (1 + count)) + 1 for run, count in seen.items()} if seen else {}


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(weight * weight for weight in weights)) or 1.0


def _of_text(text: str) -> list[str]:
    return [run for word in words(text) for run in _of_word(stem(form(word)))]


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[str, ...]:
    edged = f" {word} "
    return tuple(edged[at : at + size] for size in _LENGTHS for at in range(len(edged) - size + 1))
