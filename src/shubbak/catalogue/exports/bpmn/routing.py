"""The bends of every arrow: straight where the way is free, else through the gaps between rows."""

from __future__ import annotations

from collections import Counter

from .graph import Arrow, Graph
from .layout import COLUMN, ROW, Box, Layout

Point = tuple[int, int]
_SPREAD = 7


def waypoints(graph: Graph, laid: Layout) -> dict[str, list[Point]]:
    """The points of each arrow by its id, from the edge of one shape to the edge of the next."""
    return _Routing(graph, laid).routes()


class _Routing:
    def __init__(self, graph: Graph, laid: Layout) -> None:
        self.graph, self.laid = graph, laid
        hosted = {node.id for node in graph.nodes.values() if node.host}
        self.filled = {cell for key, cell in laid.cells.items() if key not in hosted}
        self.lines: Counter[tuple[str, int]] = Counter()

    def routes(self) -> dict[str, list[Point]]:
        return {arrow.id: self._route(arrow) for arrow in self.graph.arrows}

    def _route(self, arrow: Arrow) -> list[Point]:
        source, target = self.laid.boxes[arrow.source], self.laid.boxes[arrow.target]
        if self.graph.nodes[arrow.target].under and self.graph.nodes[arrow.source].host:
            return [(source.middle[0], source.bottom), (source.middle[0], target.y)]
        (rank, _), (aim, row) = self.laid.cells[arrow.source], self.laid.cells[arrow.target]
        if self.graph.nodes[arrow.source].host:
            return self._from_below(source, target)
        if aim <= rank:
            return self._back(source, target)
        return self._forward(source, target, rank, (aim, row))

    def _forward(self, source: Box, target: Box, rank: int, goal: tuple[int, int]) -> list[Point]:
        (sx, sy), (tx, ty) = (source.right, source.middle[1]), (target.x, target.middle[1])
        aim, row = goal
        mine = source.middle[1]
        if sy == ty and self._free(rank, aim, row):
            return [(sx, sy), (tx, ty)]
        if self._free(rank, aim, row):
            turn = sx + self._shift("right", rank, (COLUMN - 124) // 2)
            return [(sx, sy), (turn, sy), (turn, ty), (tx, ty)]
        if self._free(rank, aim, mine):
            turn = tx - self._shift("left", aim, 22)
            return [(sx, sy), (turn, sy), (turn, ty), (tx, ty)]
        out, into = sx + self._shift("right", rank, 14), tx - self._shift("left", aim, 14)
        gap = self._gap(min(mine, row))
        return [(sx, sy), (out, sy), (out, gap), (into, gap), (into, ty), (tx, ty)]

    def _back(self, source: Box, target: Box) -> list[Point]:
        (sx, _), (tx, _) = source.middle, target.middle
        above = self._above(min(source.middle[1], target.middle[1]))
        shift = self._shift("top", target.x, 0)
        return [(sx, source.y), (sx, above), (tx + shift, above), (tx + shift, target.y)]

    def _from_below(self, source: Box, target: Box) -> list[Point]:
        """From a boundary event down into the gap, and along it to the target."""
        x, gap = source.middle[0], self._gap(source.middle[1] - 40)
        into = target.x - self._shift("left", target.x, 14)
        ty = target.middle[1]
        return [(x, source.bottom), (x, gap), (into, gap), (into, ty), (target.x, ty)]

    def _free(self, rank: int, aim: int, row: int) -> bool:
        return not any((column, row) in self.filled for column in range(rank + 1, aim))

    def _shift(self, side: str, place: int, least: int) -> int:
        """Lines that bend at the same place stand a little apart."""
        self.lines[side, place] += 1
        return least + _SPREAD * ((self.lines[side, place] - 1) % 4)

    def _gap(self, row: int) -> int:
        self.lines["gap", row] += 1
        return row + ROW // 2 - 8 + 4 * ((self.lines["gap", row] - 1) % 4)

    def _above(self, row: int) -> int:
        self.lines["above", row] += 1
        return row - ROW // 2 + 2 + 5 * ((self.lines["above", row] - 1) % 4)
