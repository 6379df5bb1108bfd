"""Who comes when and asks for what: the same requests every time, by the number of the working day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from .persons import Invented, invented
from .troupe import TOWNS, Town

DAYS = 62
"""Working days told: about ninety days of the calendar."""
SERVICES = {
    "complaint": 22,
    "permit-copy": 18,
    "shop-licence": 12,
    "utility-connection": 11,
    "shop-notification": 7,
    "building-permit": 7,
    "site-validity": 7,
    "road-occupancy": 6,
    "advertisement": 3,
    "reconciliation": 3,
    "occupancy-certificate": 3,
    "demolition": 2,
}


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
def requests(town: Town) -> tuple[Request, ...]:
    """Every request of a town, by day and minute."""
    index = TOWNS.index(town)
    chance = Random(f"requests/{town.code}")
    found: list[Request] = []
    newcomers = 0
    for day in range(DAYS):
        usual = town.daily * (0.7 + 0.6 * day / DAYS)
        count = max(0, round(chance.gauss(usual, usual**0.5 / 2)))
        for minute in sorted(chance.sample(range(300), count)):
            known = newcomers > 20 and chance.random() < 0.15
            number = chance.randrange(newcomers) if known else newcomers
            newcomers += not known
            service = chance.choices(tuple(SERVICES), tuple(SERVICES.values()))[0]
            person = invented(index * 1000 + number, town.governorate)
            channel = "van" if town.van and _by_van(service) and chance.random() < 0.3 else "window"
            scanned = day >= DAYS - 6 and town.code in ("0401", "1801", "1301") and chance.random() < 0.12
            found.append(Request(day, minute, service, person, channel, f"{town.code}/{len(found)}", scanned))
    return tuple(found)


def _by_van(service: str) -> bool:
    return service in ("complaint", "permit-copy", "shop-licence", "utility-connection", "road-occupancy")
