"""What is offered, where, and found by its words."""

from __future__ import annotations

from functools import lru_cache

from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.arabic import fold
from shubbak.places.queries import unit as place

from .published import Published, every_current


def offered(unit: str | None = None, q: str = "") -> list[Published]:
    """Services a unit offers (any unit when none is named) whose words hold every word of `q`, names first, by key.

    Search folds Arabic as names are folded, so hamza, ta marbuta, diacritics and digits do not matter. NotThere when
    there is no such unit.
    """
    kind = place(unit).kind if unit else None
    found = [p for p in every_current() if kind is None or kind in p.service.offered_by]
    words = fold(q).split()
    if not words:
        return found
    ranked = [(_rank(p, words), p) for p in found]
    return [p for rank, p in sorted(((r, p) for r, p in ranked if r), key=lambda pair: -pair[0])]


def departments_of(published: Published) -> frozenset[str]:
    """The departments that meet a case of this service on its way."""
    steps = published.service.flow.steps.values()
    return frozenset({published.service.department} | {step.department for step in steps if step.department})


def _rank(published: Published, words: list[str]) -> int:
    """2 when the names hold every word, 1 when any of its words do, else 0."""
    names, everything = _folded(published.version_id, _Words(published.service))
    if all(word in names for word in words):
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
def _folded(version_id: int, words: _Words) -> tuple[str, str]:
    service = words.service
    names = fold(f"{service.name.ar} {service.name.en} {service.key}")
    more = (service.summary.ar, service.summary.en, service.law.title.ar, service.law.title.en, *service.keywords)
    return names, f"{names} {fold(' '.join(more))}"
