"""Which services answer a question, best first: its words found in any of their forms, weighed by where they stand."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from heapq import nlargest

from .index import Index
from .letters import arabic, form, near, root, slips, sound, stem
from .speech import speech

EXACT, STEM, SAME, SLIP, SOUND, ROOT = 1.0, 0.92, 0.8, 0.6, 0.55, 0.45
_LEAST_SLIP, _LEAST_SOUND = 4, 2
_PHRASE, _NAME, _BAG = 0.5, 0.2, 0.35
_RECALL = 1.2  # how much more it counts that the question is met than that the phrase is
_UNASKED = 0.95  # for each act in a service's name that nobody asked for
_FLOOR = 0.45  # of the best: what is worse is not shown
_LEAST = 0.12
_LETTERS, _SAYING, _JUDGED = 1.2, 0.4, 12  # what the letters add: of all that is said, of the nearest sayings


class Ranking:
    """Answers questions from one index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.alike = lru_cache(maxsize=4096)(self._alike)
        self.asked = lru_cache(maxsize=512)(self._asked)

    def ranked(self, text: str) -> list[tuple[int, float]]:
        """The numbers of the services that answer, with how well (0 to 3), best first; nothing when none does."""
        return list(self.asked(text))

    def _asked(self, text: str) -> list[tuple[int, float]]:
        asked = [self.alike(word) for word in dict.fromkeys(speech().told(text))]
        whole = sum(weight for _, weight in asked)
        if not whole:
            return []
        bag: dict[int, float] = defaultdict(float)
        met: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        for forms, weight in asked:
            for at, best in self._standing(forms).items():
                bag[at] += weight * best
            for at, (best, mass) in self._in_phrases(forms).items():
                met[at] += weight * best
                covered[at] += mass
        scores = {at: _BAG * found / whole for at, found in bag.items()}
        for at, (best, named) in self._best_phrases(met, covered, whole).items():
            scores[at] = scores.get(at, 0.0) + _PHRASE * best + _NAME * named
        acts = speech().acts_in(text)
        scores = {at: score * _UNASKED ** len(self.index.acts[at] - acts) for at, score in scores.items()}
        least = max(_LEAST, max(scores.values(), default=0.0) * _FLOOR)
        return self._by_letters(text, {at: score for at, score in scores.items() if score >= least})

    def _by_letters(self, text: str, found: dict[int, float]) -> list[tuple[int, float]]:
        """What the words found, put in order with the help of their letters."""
        like = self.index.runs.likeness(text)
        scores = {at: score + _LETTERS * like.get(at, 0.0) for at, score in found.items()}
        best = nlargest(_JUDGED, scores, key=lambda at: scores[at])
        for at, nearest in self.index.runs.nearest(text, best).items():
            scores[at] += _SAYING * nearest
        return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))

    def _standing(self, forms: dict[str, float]) -> dict[int, float]:
        best: dict[int, float] = {}
        for one, likeness in forms.items():
            for at, field in self.index.places.get(one, {}).items():
                if likeness * field > best.get(at, 0.0):
                    best[at] = likeness * field
        return best

    def _in_phrases(self, forms: dict[str, float]) -> dict[int, tuple[float, float]]:
        best: dict[int, tuple[float, float]] = {}
        for one, likeness in forms.items():
            mass = self.index.masses.get(one, 0.0) * likeness
            for at in self.index.in_phrases.get(one, ()):
                if at not in best or likeness > best[at][0]:
                    best[at] = likeness, mass
        return best

    def _best_phrases(
        self, met: dict[int, float], covered: dict[int, float], whole: float
    ) -> dict[int, tuple[float, float]]:
        """How well the best phrase of each service and the best of its names answer to the whole question."""
        best: dict[int, tuple[float, float]] = {}
        square = _RECALL * _RECALL
        for number, found in met.items():
            phrase = self.index.phrases[number]
            recall, precision = found / whole, min(1.0, covered[number] / phrase.mass)
            value = (1 + square) * precision * recall / (square * precision + recall)
            any_, name = best.get(phrase.at, (0.0, 0.0))
            best[phrase.at] = max(any_, value * phrase.weight), max(name, value) if phrase.name else name
        return best

    def _alike(self, word: str) -> tuple[dict[str, float], float]:
        """The forms a word of a question may mean, with how alike they are, and how much the word says."""
        one = form(word)
        forms = self._known(one)
        if not forms and one[:1] in "وبلفه" and len(one) > 3:
            forms = self._known(form(one[1:]))
        if not forms:
            forms = self._guessed(one)
        for other in self.index.by_root.get(root(one), ()):
            forms.setdefault(other, ROOT)
        return forms, self.index.weight(
            other for other, likeness in forms.items() if likeness > ROOT or len(forms) == 1
        )

    def _known(self, one: str) -> dict[str, float]:
        index, own = self.index, stem(one)
        forms = dict.fromkeys(index.by_stem.get(own, ()), STEM)
        if one in index.places:
            forms[one] = EXACT
        for same in speech().same.get(own, ()):
            for other in index.by_stem.get(same, ()):
                forms.setdefault(other, SAME)
        return forms

    def _guessed(self, one: str) -> dict[str, float]:
        """What was meant by a word nobody knows: one slip away, or Arabic said in Latin letters."""
        if one.isdigit():
            return {}
        found: dict[str, float] = {}
        if len(one) >= _LEAST_SLIP:
            close = {other for left in {one} | slips(one) for other in self.index.by_slip.get(left, ())}
            for other in close:
                if near(one, other):
                    found |= {alike: SLIP * likeness for alike, likeness in self._known(other).items()}
        if not found and not arabic(one):
            for said in (sound(one), sound(one).removesuffix("t")):
                if len(said) >= _LEAST_SOUND:
                    for other in self.index.by_sound.get(said, ()):
                        found |= {alike: SOUND * likeness for alike, likeness in self._known(other).items()}
        return found
