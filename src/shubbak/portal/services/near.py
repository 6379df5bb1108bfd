"""Where and when near you: the units of a governorate that offer a service, their centres and hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shubbak.flow.definition import ServiceDefinition
from shubbak.places.queries import units
from shubbak.places.queries.centres import CentreView, centres_of

from ..home.centres import Days, working_days


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that offers the service, with its centres; without one the usual hours hold."""

    name: Any
    centres: tuple[CentreView, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Near:
    """The governorates to choose from, the one chosen, and the places in it."""

    governorates: tuple[tuple[str, Any], ...]
    chosen: str
    name: Any
    places: tuple[Place, ...]
    days: Days

    @property
    def usual(self) -> bool:
        """Whether some unit tells no hours of its own."""
        return any(not place.centres for place in self.places)

    @property
    def told(self) -> bool:
        """Whether some unit does."""
        return any(place.centres for place in self.places)


def near(service: ServiceDefinition, asked: Mapping[str, str]) -> Near:
    """What the address asks for: `governorate`, and `unit` to stand first. One statement once a governorate is chosen,
    none before."""
    offering = [one for one in units() if one.kind in service.offered_by]
    known = {one.governorate for one in offering}
    governorates = {one.code: one.name for one in units("governorate") if one.code in known}
    own = next((one for one in offering if one.code == asked.get("unit")), None)
    chosen = own.governorate if own else asked.get("governorate", "")
    here = [one for one in offering if one.governorate == chosen] if chosen in governorates else []
    held = centres_of([one.code for one in here], vans="van" in service.channels) if here else {}
    places = [Place(one.name, held.get(one.code, ()), one == own) for one in here]
    places.sort(key=lambda one: not one.chosen)
    name = governorates.get(chosen, "")
    return Near(tuple(governorates.items()), chosen if name else "", name, tuple(places), working_days())
