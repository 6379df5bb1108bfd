"""The sketch of the country on which somebody points to a place: rough, drawn by hand, no survey."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..tree import read

Points = tuple[tuple[float, float], ...]
EVERYWHERE = (21.6, 24.4, 32.0, 37.2)


@dataclass(frozen=True, slots=True)
class Extent:
    """A rough box (south, west, north, east, in degrees) and the capital within it (latitude, longitude)."""

    box: tuple[float, float, float, float]
    capital: tuple[float, float]
    name_ar: str
    name_en: str

    @property
    def name(self) -> dict[str, str]:
        """Both names of the capital."""
        return {"ar": self.name_ar, "en": self.name_en}


@dataclass(frozen=True, slots=True)
class Sketch:
    """The border as one closed line and the waters as open ones, each of (latitude, longitude)."""

    country: Points
    waters: tuple[Points, ...]


@lru_cache(maxsize=1)
def sketch() -> Sketch:
    """The country, from the facts; no statement."""
    shapes: dict[str, list[tuple[float, float]]] = {}
    for row in read("outlines"):
        shapes.setdefault(row["shape"], []).append((float(row["lat"]), float(row["lng"])))
    country = tuple(shapes.pop("country"))
    return Sketch(country, tuple(tuple(points) for points in shapes.values()))


def capitals() -> list[tuple[float, float]]:
    """Where the governorates' capitals lie."""
    return [(float(row["capital_lat"]), float(row["capital_lng"])) for row in read("extents")]


@lru_cache(maxsize=32)
def extent(governorate: str) -> Extent | None:
    """The rough extent of a governorate by its code; None for what is none."""
    capitals = {row["code"]: (row["capital_ar"], row["capital_en"]) for row in read("governorates")}
    for row in read("extents"):
        if row["code"] == governorate:
            south, west, north, east = (float(row[side]) for side in ("south", "west", "north", "east"))
            capital = (float(row["capital_lat"]), float(row["capital_lng"]))
            return Extent((south, west, north, east), capital, *capitals[governorate])
    return None
