"""The catalogue by life event, department, who asks, channel, level and place: every filter with what it would leave.

A set of services is the bits of one number, so that all counts of all filters are worked out in memory in a moment,
however many services and units there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from shubbak.flow.definition import ServiceDefinition
from shubbak.places.queries import PlaceView, units

from .published import Published, every_current
from .search import sought

FILTERS = ("event", "department", "who", "channel", "level", "kind", "governorate", "unit")
WHO = ("citizen", "investor", "foreigner", "organisation")
_PERSONS = frozenset({"citizen", "foreigner", "organisation"})
_INVESTING = frozenset({"investing", "starting-business"})


@dataclass(frozen=True, slots=True)
class Browsed:
    """What was found: best first when something was asked, else by key. `chosen` holds the filters that mean something;
    `counts[filter][value]` is how many services choosing that value would leave, the other filters staying."""

    services: tuple[Published, ...]
    chosen: Mapping[str, str]
    counts: Mapping[str, Mapping[str, int]]


def browse(wanted: Mapping[str, str], q: str = "") -> Browsed:
    """The services that pass every filter of `wanted` (keys of FILTERS; what is not known is left out) and answer `q`.

    `who` may be `investor`: the services of investing and of starting a business. `kind` is a kind of unit, `unit` a
    unit's code; a unit outside the chosen governorate does not count. No statement once the process knows the catalogue
    and the places.
    """
    kept = _remembered()
    chosen = {name: wanted[name] for name in FILTERS if wanted.get(name) in kept.sets[name]}
    _settle(chosen, kept.places)
    found = sought(q) if q.strip() else list(kept.whole)
    answered = sum(1 << kept.at[one.version_id] for one in found)
    counts = {}
    for name in FILTERS:
        left = answered & _all(kept.sets[other][value] for other, value in chosen.items() if other != name)
        counts[name] = {value: (left & members).bit_count() for value, members in kept.sets[name].items()}
    passing = answered & _all(kept.sets[name][value] for name, value in chosen.items())
    return Browsed(tuple(one for one in found if passing >> kept.at[one.version_id] & 1), chosen, counts)


def _all(sets: Iterable[int]) -> int:
    """What stands in every set; everything when there is none."""
    left = -1
    for members in sets:
        left &= members
    return left


def _settle(chosen: dict[str, str], places: Mapping[str, PlaceView]) -> None:
    """A unit brings its governorate along, and is let go when another one is chosen."""
    if "unit" in chosen:
        own = places[chosen["unit"]].governorate
        if chosen.setdefault("governorate", own) != own:
            del chosen["unit"]


class _Kept:
    """The sets of a catalogue and a country as they stand."""

    def __init__(self, whole: tuple[Published, ...], places: list[PlaceView]) -> None:
        self.whole, self.country = whole, len(places)
        self.at = {one.version_id: at for at, one in enumerate(whole)}
        self.places = {place.code: place for place in places}
        self.sets: dict[str, dict[str, int]] = {name: defaultdict(int) for name in FILTERS}
        for at, one in enumerate(whole):
            for name, value in _passes(one.service):
                self.sets[name][value] |= 1 << at
        kinds = self.sets["kind"]
        for place in places:
            if place.kind in kinds:
                self.sets["unit"][place.code] = kinds[place.kind]
                self.sets["governorate"][place.governorate] |= kinds[place.kind]


def _passes(service: ServiceDefinition) -> Iterator[tuple[str, str]]:
    yield from (("event", event) for event in service.life_events)
    yield "department", service.department
    yield "level", service.level
    yield from (("channel", channel) for channel in service.channels)
    yield from (("kind", kind) for kind in service.offered_by)
    yield from (("who", one) for one in (_PERSONS if "anybody" in service.applicants else service.applicants))
    if _INVESTING & set(service.life_events):
        yield "who", "investor"


_kept: _Kept | None = None


def _remembered() -> _Kept:
    global _kept
    whole, places = every_current(), units()
    if _kept is None or _kept.whole is not whole or _kept.country != len(places):
        _kept = _Kept(whole, places)
    return _kept
