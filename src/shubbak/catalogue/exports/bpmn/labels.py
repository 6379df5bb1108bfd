"""Where the words of arrows and events stand, so that none covers a shape or another's words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .graph import Graph
from .layout import Box, Layout
from .routing import Point

_LETTER, _LINE, _WIDEST = 6, 14, 96


def placed(graph: Graph, laid: Layout, routes: dict[str, list[Point]], words: dict[str, str]) -> dict[str, Box]:
    """A box for the words of each arrow, and of each event on a border, by id."""
    shapes = list(laid.boxes.values())
    found: dict[str, Box] = {}
    for node in graph.nodes.values():
        if node.host:
            event, size = laid.boxes[node.id], _size(words[node.id])
            found[node.id] = Box(event.right + 2, event.bottom - 14, *size)
    for arrow in graph.arrows:
        if arrow.name is not None:
            size = _size(words[arrow.id])
            spots = [_centred(point, size) for point in _along(routes[arrow.id])]
            clear = (spot for spot in spots if not any(_meet(spot, box) for box in [*shapes, *found.values()]))
            found[arrow.id] = next(clear, spots[0])
    return found


def _size(text: str) -> tuple[int, int]:
    width = min(_WIDEST, max(24, len(text) * _LETTER))
    return width, _LINE * -(-len(text) * _LETTER // _WIDEST)


def _along(points: list[Point]) -> Iterator[Point]:
    """Points of the way, those of its longest stretch first."""
    stretches = sorted(pairwise(points), key=lambda ends: -_length(*ends))
    for part in (2, 1, 3):
        for (ax, ay), (bx, by) in stretches:
            yield ax + (bx - ax) * part // 4, ay + (by - ay) * part // 4 - (9 if ay == by else 0)


def _length(a: Point, b: Point) -> int:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _centred(point: Point, size: tuple[int, int]) -> Box:
    return Box(point[0] - size[0] // 2, point[1] - size[1] // 2, *size)


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
