"""What is offered, where, and found by its words."""

from __future__ import annotations

from shubbak.kernel.arabic import fold
from shubbak.places.queries import unit as place

from .published import Published, every_current


def offered(unit: str | None = None, q: str = "") -> list[Published]:
    """Services a unit offers (any unit when none is named) whose words hold every word of `q`, the nearest first.

    Search folds Arabic as names are folded, so hamza, ta marbuta, diacritics and digits do not matter. NotThere when
    there is no such unit. Answered from the process's memory, however many services and units there are.
    """
    kind = place(unit).kind if unit else None
    kept = _remembered()
    found = kept.whole if kind is None else kept.by_kind.get(kind, ())
    wanted = fold(q)
    if not wanted:
        return list(found)
    ranked = [(kept.rank(one, wanted), one) for one in found]
    return [one for rank, one in sorted((pair for pair in ranked if pair[0]), key=lambda pair: -pair[0])]


def departments_of(published: Published) -> frozenset[str]:
    """The departments that meet a case of this service on its way."""
    steps = published.service.flow.steps.values()
    return frozenset({published.service.department} | {step.department for step in steps if step.department})


class _Kept:
    """What is worked out once of a catalogue as it stands: its services by kind of unit, and their folded words."""

    def __init__(self, whole: tuple[Published, ...]) -> None:
        self.whole = whole
        self.by_kind: dict[str, list[Published]] = {}
        self.words: dict[int, tuple[tuple[str, ...], str]] = {}
        for one in whole:
            for kind in one.service.offered_by:
                self.by_kind.setdefault(kind, []).append(one)

    def rank(self, one: Published, wanted: str) -> int:
        """3 when a name or keyword holds the whole of what is wanted, 2 each word of it, 1 when any text does."""
        names, everything = self._folded(one)
        if any(wanted in name for name in names):
            return 3
        words = wanted.split()
        if all(any(word in name for name in names) for word in words):
            return 2
        return 1 if all(word in everything for word in words) else 0

    def _folded(self, one: Published) -> tuple[tuple[str, ...], str]:
        if one.version_id not in self.words:
            service = one.service
            names = tuple(map(fold, (service.name.ar, service.name.en, service.key, *service.keywords)))
            more = (service.summary.ar, service.summary.en, service.law.title.ar, service.law.title.en)
            self.words[one.version_id] = names, fold(" ".join((*names, *more)))
        return self.words[one.version_id]


_kept = _Kept(())


def _remembered() -> _Kept:
    global _kept
    whole = every_current()
    if _kept.whole is not whole:
        _kept = _Kept(whole)
    return _kept
