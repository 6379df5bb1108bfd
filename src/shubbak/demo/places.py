"""Where the demo's citizens are received: local units, the seats of their governorates, and one new city."""

from __future__ import annotations

from dataclasses import dataclass

PROVINCES = {"04": "suez", "18": "beheira", "13": "sharqia"}
TOWN, SEAT, NEW_CITY = "town", "seat", "new_city"
_KINDS = {"S": SEAT, "N": NEW_CITY}


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that receives citizens: `tag` is what stands after the @, `daily` how many come on a usual day."""

    code: str
    tag: str
    daily: float
    windows: int
    van: bool = False

    @property
    def governorate(self) -> str:
        return self.code[:2]

    @property
    def kind(self) -> str:
        """A town (district, city or markaz), a seat or a new city, as its code tells."""
        return _KINDS.get(self.code[2], TOWN)


PLACES = (
    Place("0401", "suez", 4.6, 6),
    Place("0402", "arbaeen", 3.7, 5),
    Place("0403", "ataka", 1.6, 3, van=True),
    Place("0404", "faisal", 2.3, 4),
    Place("0405", "ganayen", 1.3, 2, van=True),
    Place("1801", "damanhur", 3.4, 6),
    Place("1810", "kafr-el-dawwar", 2.3, 4),
    Place("1301", "zagazig", 3.4, 6),
    Place("1307", "belbeis", 2.0, 4, van=True),
    Place("04S1", "suez-seat", 2.6, 4),
    Place("18S1", "beheira-seat", 2.1, 5),
    Place("13S1", "sharqia-seat", 2.1, 5),
    Place("04N1", "new-suez", 0.9, 3),
)
FIRST = PLACES[0]
SEATS = {place.governorate: place for place in PLACES if place.kind == SEAT}
