"""The sketch on which somebody points to a place: a country, its waters, a box and a town, as lines of an SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# One degree of latitude and of longitude in the drawing's units (a degree of longitude is shorter, this far north), and
# the corner they are counted from; js/forms/point.js reads the same.
DOWN, ACROSS = 100.0, 89.0
NORTH, WEST = 32.0, 24.0
MARGIN = 0.12
Place = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the component draws, figures as text. `view` and `everywhere` are view boxes; `town` is where its name is
    written, so large."""

    country: str
    waters: tuple[str, ...]
    view: str
    everywhere: str
    box: tuple[str, ...] = ()
    towns: tuple[tuple[str, ...], ...] = ()
    town: tuple[str, ...] = ()
    town_name: Any = ""
    town_size: str = ""


def drawing(
    sketch: Any, *, whole: Box, box: Box | None = None, town: Any = None, towns: Iterable[Place] = ()
) -> Drawing:
    """The drawing of a sketch (its `country` and `waters`), looking at `box` (south, west, north, east) when there is
    one, else at the `whole`; `town` has its `capital` place and its `name`, `towns` are only dots."""
    view = _view(box) if box else _view(whole)
    return Drawing(
        country="M" + " ".join(map(_point, sketch.country)) + "Z",
        waters=tuple("M" + " ".join(map(_point, line)) for line in sketch.waters),
        view=" ".join(map(_figure, view)),
        everywhere=" ".join(map(_figure, _view(whole))),
        box=tuple(map(_figure, _rectangle(box))) if box else (),
        towns=tuple(tuple(map(_figure, _at(place))) for place in towns),
        town=tuple(map(_figure, _at(town.capital))) if town else (),
        town_name=town.name if town else "",
        town_size=_figure(view[2] / 18),
    )


def _figure(number: float) -> str:
    return f"{number:.1f}"


def _at(place: Place) -> Place:
    return (place[1] - WEST) * ACROSS, (NORTH - place[0]) * DOWN


def _point(place: Place) -> str:
    return ",".join(map(_figure, _at(place)))


def _rectangle(box: Box) -> Box:
    (left, bottom), (right, top) = _at((box[0], box[1])), _at((box[2], box[3]))
    return left, top, right - left, bottom - top


def _view(box: Box) -> Box:
    """A view box around the rectangle, with room at its sides, never narrower than it is two thirds high."""
    left, top, width, height = _rectangle(box)
    middle = left + width / 2, top + height / 2
    width, height = width * (1 + 2 * MARGIN), height * (1 + 2 * MARGIN)
    width, height = max(width, height * 1.2), max(height, width / 1.6)
    return middle[0] - width / 2, middle[1] - height / 2, width, height
