"""What surrounds a form at a unit: the places an address may name, and the sketch for pointing to one."""

from __future__ import annotations

from functools import lru_cache

from shubbak.design.forms import Around, Drawing, drawing
from shubbak.design.shapes import Choice
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView
from shubbak.places.queries.outlines import EVERYWHERE, capitals, extent, sketch

LOCAL = ("district", "city", "markaz", "new_city")


def surroundings(unit: str, *, units_at: str) -> Around:
    """Without a statement once the places are known. `units_at` is where a door answers with a governorate's units."""
    home = places.unit(unit)
    return Around(
        governorates=[Choice(one.code, _short(one)) for one in places.units("governorate")],
        units=local_units,
        units_at=units_at,
        governorate=home.governorate,
        unit=home.code if home.kind in LOCAL else "",
        drawing=_drawing(home.governorate),
    )


def _short(governorate: PlaceView) -> dict[str, str]:
    """The names of a governorate without the word itself."""
    return {
        "ar": governorate.name_ar.removeprefix("محافظة "),
        "en": governorate.name_en.removesuffix(" Governorate"),
    }


def local_units(governorate: str) -> list[Choice]:
    """The local units of a governorate that an address may name, by their names."""
    return [
        Choice(one.code, one.name) for one in places.units() if one.governorate == governorate and one.kind in LOCAL
    ]


@lru_cache(maxsize=32)
def _drawing(governorate: str) -> Drawing:
    country, around = sketch(), extent(governorate)
    box = around.box if around else None
    return drawing(country, whole=EVERYWHERE, box=box, town=around, towns=capitals())
