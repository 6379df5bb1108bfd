"""Where every shape stands: columns by distance from the start, rows within the lane of who acts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .graph import Graph, Node

COLUMN, ROW = 176, 124
HEADER, LANE_HEADER, MARGIN = 30, 30, 40
_SIZES = {"Task": (124, 80), "Gateway": (50, 50), "Event": (36, 36)}
_CELL = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[int, int]:
        """Its centre."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(slots=True)
class Layout:
    """Boxes by id of nodes and of lanes; `cells` says which column and row of the picture a node stands in."""

    boxes: dict[str, Box] = field(default_factory=dict)
    lanes: dict[str, Box] = field(default_factory=dict)
    cells: dict[str, tuple[int, int]] = field(default_factory=dict)
    width: int = 0
    height: int = 0


def laid_out(graph: Graph) -> Layout:
    """The picture of a graph; lanes from top to bottom in the order the flow meets them."""
    ranks = _ranks(graph)
    rows = _rows(graph, ranks)
    found = Layout(width=HEADER + LANE_HEADER + MARGIN + (max(ranks.values()) + 1) * COLUMN)
    tops: dict[str, int] = {}
    order = sorted(graph.lanes, key=lambda lane: min((ranks[n.id] for n in _of(graph, lane)), default=0))
    used = [lane for lane in order if _of(graph, lane)]
    for lane in used:
        count = 1 + max(rows[node.id] for node in _of(graph, lane))
        tops[lane] = found.height
        height = count * ROW + MARGIN // 2
        found.lanes[lane] = Box(HEADER, found.height, found.width - HEADER, height)
        found.height += height
    for node in graph.nodes.values():
        if not node.host:
            x = HEADER + LANE_HEADER + MARGIN // 2 + ranks[node.id] * COLUMN + COLUMN // 2
            y = tops[node.lane] + MARGIN // 4 + rows[node.id] * ROW + ROW // 2
            found.boxes[node.id] = _around(node, x, y)
            found.cells[node.id] = ranks[node.id], y
    _on_borders(graph, found)
    return found


def _of(graph: Graph, lane: str) -> list[Node]:
    return [node for node in graph.nodes.values() if node.lane == lane and not node.host]


def _around(node: Node, x: int, y: int) -> Box:
    width, height = next(size for kind, size in _SIZES.items() if node.tag.endswith(kind))
    return Box(x - width // 2, y - height // 2, width, height)


def _on_borders(graph: Graph, found: Layout) -> None:
    """Boundary events sit on the lower edge of their task, side by side."""
    hosted: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        if node.host:
            hosted[node.host].append(node)
    for host, events in hosted.items():
        box = found.boxes[host]
        centred = [event for event in events if any(other.under == host for other in _targets(graph, event))]
        beside = [event for event in events if event not in centred]
        places = [(event, box.middle[0]) for event in centred]
        places += [(event, box.right - 14 - 40 * index) for index, event in enumerate(beside)]
        for event, x in places:
            found.boxes[event.id] = _around(event, x, box.bottom)
            found.cells[event.id] = found.cells[host]


def _targets(graph: Graph, node: Node) -> list[Node]:
    return [graph.nodes[arrow.target] for arrow in graph.arrows if arrow.source == node.id]


def _ranks(graph: Graph) -> dict[str, int]:
    """How many columns from the start: the longest way that never turns back."""
    onward: dict[str, list[str]] = defaultdict(list)
    for arrow in graph.arrows:
        source = graph.nodes[arrow.source]
        onward[source.host or source.id].append(arrow.target)
    order = _forward(onward, next(iter(graph.nodes)))
    ranks = dict.fromkeys(graph.nodes, 0)
    place = {key: index for index, key in enumerate(order)}
    for key in order:
        for target in onward[key]:
            if place[target] > place[key]:
                ranks[target] = max(ranks[target], ranks[key] + 1)
    for node in graph.nodes.values():
        if node.host or node.under:
            ranks[node.id] = ranks[node.host or node.under]
    return ranks


def _forward(onward: dict[str, list[str]], start: str) -> list[str]:
    """Every node so that each arrow leads to a later one, but for those that turn back."""
    done: list[str] = []
    seen = {start}
    stack = [(start, iter(onward[start]))]
    while stack:
        key, rest = stack[-1]
        for target in rest:
            if target not in seen:
                seen.add(target)
                stack.append((target, iter(onward[target])))
                break
        else:
            done.append(key)
            stack.pop()
    return done[::-1]


def _rows(graph: Graph, ranks: dict[str, int]) -> dict[str, int]:
    """A row within its lane for each node: that of what leads to it, where it is free; what stands under follows."""
    under = {node.under: node.id for node in graph.nodes.values() if node.under}
    before: dict[str, str] = {}
    for arrow in graph.arrows:
        before.setdefault(arrow.target, arrow.source)
    taken: set[_CELL] = set()
    rows: dict[str, int] = {}
    nodes = [node for node in graph.nodes.values() if not node.host and not node.under]
    for node in sorted(nodes, key=lambda node: ranks[node.id]):
        lead = graph.nodes.get(before.get(node.id, ""))
        row = rows.get(lead.id, 0) if lead is not None and lead.lane == node.lane else 0
        deep = 2 if node.id in under else 1
        while any((node.lane, ranks[node.id], row + step) in taken for step in range(deep)):
            row += 1
        taken |= {(node.lane, ranks[node.id], row + step) for step in range(deep)}
        rows[node.id] = row
        if node.id in under:
            rows[under[node.id]] = row + 1
    return rows
