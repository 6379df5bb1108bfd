"""What is offered, where, and found by its words."""

from __future__ import annotations

from functools import lru_cache

from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.arabic import fold
from shubbak.places.queries import unit as place

from .published import Published, every_current


def offered(unit: str | None = None, q: str = "") -> list[Published]:
    """Services a unit offers (any unit when none is named) whose words hold every word of `q`, the nearest first.

    Search folds Arabic as names are folded, so hamza, ta marbuta, diacritics and digits do not matter. NotThere when
    there is no such unit.
    """
    kind = place(unit).kind if unit else None
    found = [p for p in every_current() if kind is None or kind in p.service.offered_by]
    wanted = fold(q)
    if not wanted:
        return found
    ranked = [(_rank(p, wanted), p) for p in found]
    return [p for rank, p in sorted(((r, p) for r, p in ranked if r), key=lambda pair: -pair[0])]


def departments_of(published: Published) -> frozenset[str]:
    """The departments that meet a case of this service on its way."""
    steps = published.service.flow.steps.values()
    return frozenset({published.service.department} | {step.department for step in steps if step.department})


def _rank(published: Published, wanted: str) -> int:
    """3 when a name or keyword holds the whole of what is wanted, 2 when they hold each word, 1 when any text does."""
    names, everything = _folded(published.version_id, _Words(published.service))
    if any(wanted in name for name in names):
        return 3
    words = wanted.split()
    if all(any(word in name for name in names) for word in words):
        return 2
    return 1 if all(word in everything for word in words) else 0


class _Words:
    """A service's words; equal to every other, so that the version alone names what is remembered of it."""

    def __init__(self, service: ServiceDefinition) -> None:
        self.service = service

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4096)
def _folded(version_id: int, words: _Words) -> tuple[tuple[str, ...], str]:
    service = words.service
    names = tuple(map(fold, (service.name.ar, service.name.en, service.key, *service.keywords)))
    more = (service.summary.ar, service.summary.en, service.law.title.ar, service.law.title.en)
    return names, fold(" ".join((*names, *more)))
