"""Who comes when and asks for what: the same requests every time, by the number of the working day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from .demand import BY_PHONE, BY_VAN, wanted
from .persons import Invented, invented
from .places import PLACES, Place

DAYS = 62
"""Working days told: about ninety days of the calendar."""
_SCANNING, _SCANNED = ("0401", "1801", "1301", "04S1"), 0.09
"""Where papers are scanned in the last days, and how often: each takes a sandbox to look into."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request to come: on which working day (0 is the oldest), at which minute after nine, by whom, for what."""

    day: int
    minute: int
    service: str
    applicant: Invented
    channel: str
    seed: str
    scanned: bool = False


@cache
def requests(place: Place) -> tuple[Request, ...]:
    """Every request of a place, by day and minute."""
    index = PLACES.index(place)
    chance = Random(f"requests/{place.code}")
    found: list[Request] = []
    newcomers = 0
    for day in range(DAYS):
        usual = place.daily * (0.7 + 0.6 * day / DAYS)
        count = max(0, round(chance.gauss(usual, usual**0.5 / 2)))
        for minute in sorted(chance.sample(range(300), count)):
            known = newcomers > 20 and chance.random() < 0.15
            number = chance.randrange(newcomers) if known else newcomers
            newcomers += not known
            person = invented(index * 1000 + number, place.governorate)
            mix = wanted(place.kind, person.kind)
            service = chance.choices(tuple(mix), tuple(mix.values()))[0]
            scanned = day >= DAYS - 6 and place.code in _SCANNING and chance.random() < _SCANNED
            seed = f"{place.code}/{len(found)}"
            found.append(Request(day, minute, service, person, _channel(place, service, chance), seed, scanned))
    return tuple(found)


def _channel(place: Place, service: str, chance: Random) -> str:
    if place.van and service in BY_VAN and chance.random() < 0.3:
        return "van"
    return "phone" if service in BY_PHONE and chance.random() < 0.15 else "window"
