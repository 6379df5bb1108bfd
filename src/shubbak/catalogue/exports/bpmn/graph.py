"""A flow as the nodes and arrows of a diagram: tasks, gateways and events, each in the lane of who acts where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from shubbak.flow.definition import ServiceDefinition, Step, StepAction
from shubbak.flow.expressions import Expr
from shubbak.flow.paths import reachable
from shubbak.flow.words import Text

from ..conditions import Wording
from ..naming import ENDS, ROLES, days, department, place

CITIZEN = Text("المواطن", "The citizen")
_SUBMITTED = Text("تقديم الطلب", "The request is submitted")
_WHICH = Text("ما النتيجة؟", "What came of it?")
_PROMISE = Text("الوعد: {x}", "Promised: {x}")
_TASKS = {"work": "userTask", "citizen": "userTask", "payment": "userTask"}


@dataclass(slots=True)
class Node:
    """One shape. `tag` is its element; `host` the task a boundary event sits on; `under` the node it stands below."""

    id: str
    tag: str
    name: Text
    lane: str = ""
    notes: list[Text] = field(default_factory=list)
    timer: str = ""
    terminates: bool = False
    host: str = ""
    under: str = ""


@dataclass(slots=True)
class Arrow:
    """One sequence flow; `when` is its condition, `default` marks the one taken when no other holds."""

    id: str
    source: str
    target: str
    name: Text | None = None
    when: Expr | None = None
    default: bool = False


@dataclass(slots=True)
class Graph:
    """Nodes by id and arrows, in the order of the flow; `lanes` are the names of the lanes by key."""

    nodes: dict[str, Node] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    lanes: dict[str, Text] = field(default_factory=dict)

    def add(self, node: Node) -> Node:
        """Take a node in."""
        self.nodes[node.id] = node
        return node

    def link(self, source: str, target: str, name: Text | None = None, when: Expr | None = None) -> Arrow:
        """Draw an arrow."""
        arrow = Arrow(f"flow_{len(self.arrows) + 1}", source, target, name, when)
        self.arrows.append(arrow)
        return arrow


def step_id(key: str) -> str:
    """The id of the node a step begins with."""
    return f"step_{key}"


def graph(service: ServiceDefinition) -> Graph:
    """The flow of a service, without its timers."""
    return _Drawing(service).drawn()


def inherit_lanes(drawn: Graph) -> None:
    """What nobody does stands in the lane of what leads to it."""
    moved = True
    while moved:
        moved = False
        for arrow in drawn.arrows:
            source, target = drawn.nodes[arrow.source], drawn.nodes[arrow.target]
            if source.lane and not target.lane:
                target.lane, moved = source.lane, True


_Way = tuple[str, Text, Expr | None]


def _merged(ways: list[_Way]) -> list[_Way]:
    """Actions that lead to the same step, whatever the answers, are one arrow with both names."""
    found: list[_Way] = []
    for target, name, when in ways:
        at = next((i for i, way in enumerate(found) if (way[0], way[2], when) == (target, None, None)), None)
        if at is None:
            found.append((target, name, when))
        else:
            found[at] = (target, Text(f"{found[at][1].ar} / {name.ar}", f"{found[at][1].en} / {name.en}"), None)
    return found


class _Drawing:
    def __init__(self, service: ServiceDefinition) -> None:
        self.service = service
        self.flow = service.flow
        self.wording = Wording(service)
        self.graph = Graph()
        self.forks = any(step.kind == "fork" for step in self.flow.steps.values())

    def drawn(self) -> Graph:
        start = self.graph.add(Node("start", "startEvent", _SUBMITTED, lane=self._lane("citizen", CITIZEN)))
        self.graph.link(start.id, step_id(self.flow.start))
        met = reachable(self.flow, [self.flow.start, *(x.tacit.goto for x in self.service.limits if x.tacit)])
        for step in self.flow.steps.values():
            if step.key in met:
                self._step(step)
        return self.graph

    def _step(self, step: Step) -> None:
        node = Node(step_id(step.key), self._tag(step), step.name, notes=self._notes(step))
        self.graph.add(node)
        if step.kind in ("work", "citizen", "payment") or step.actions:
            node.lane = self._acting(step)
        if step.kind == "end":
            node.name, node.terminates = Text(step.name.ar, step.name.en), self.forks
            node.notes.append(ENDS[step.ends or "closed"])
        elif step.kind == "fork":
            self._branches(step)
        elif step.actions:
            self._actions(step)
        elif step.next is not None:
            self.graph.link(node.id, step_id(step.next))

    def _tag(self, step: Step) -> str:
        if step.kind in ("fork", "join"):
            fork = step if step.kind == "fork" else self._closed_by(step)
            chosen = fork is not None and any(branch.when is not None for branch in fork.branches)
            return "inclusiveGateway" if chosen else "parallelGateway"
        if step.kind == "issue":
            return "userTask" if step.actions else "serviceTask"
        return "endEvent" if step.kind == "end" else _TASKS[step.kind]

    def _closed_by(self, join: Step) -> Step | None:
        """The fork that a join closes: the last before it in the flow from which it can be reached."""
        forks = [step for step in self.flow.steps.values() if step.kind == "fork"]
        named = [fork for fork in forks if fork.next == join.key]
        near = [fork for fork in forks if join.key in reachable(self.flow, [branch.to for branch in fork.branches])]
        return next(iter(named or near[::-1]), None)

    def _branches(self, step: Step) -> None:
        for branch in step.branches:
            self.graph.link(step_id(step.key), step_id(branch.to), self.wording.condition(branch.when), branch.when)
        if step.next is not None and all(branch.when is not None for branch in step.branches):
            self.graph.link(step_id(step.key), step_id(step.next)).default = True

    def _actions(self, step: Step) -> None:
        """One way out is an arrow; several leave by a gateway, one arrow for each action and each of its routes."""
        ways = _merged([way for action in step.actions for way in self._ways(step, action)])
        source = step_id(step.key)
        if len(ways) > 1:
            gateway = Node(f"which_{step.key}", "exclusiveGateway", _WHICH, lane=self.graph.nodes[source].lane)
            self.graph.add(gateway)
            self.graph.link(source, gateway.id)
            source = gateway.id
        for target, name, when in ways:
            self.graph.link(source, target, name, when)

    def _ways(self, step: Step, action: StepAction) -> Iterator[_Way]:
        if action.kind == "withdraw":
            end = Node(f"withdrawn_{step.key}", "endEvent", ENDS["withdrawn"], terminates=self.forks)
            yield self.graph.add(end).id, action.label, None
        elif action.to:
            for route in action.to:
                said = self.wording.condition(route.when)
                name = (
                    Text(f"{action.label.ar} ({said.ar})", f"{action.label.en} ({said.en})") if said else action.label
                )
                yield step_id(route.step), name, route.when
        else:
            yield step_id(step.next or step.key), action.label, None

    def _notes(self, step: Step) -> list[Text]:
        notes = []
        if step.promise is not None and step.kind == "work":
            within = days(step.promise.days, step.promise.unit)
            notes.append(Text(_PROMISE.ar.format(x=within.ar), _PROMISE.en.format(x=within.en)))
        return notes

    def _acting(self, step: Step) -> str:
        if step.kind == "citizen":
            return self._lane("citizen", CITIZEN)
        role = ROLES[step.role or "clerk"]
        where = department(step.department) if step.kind == "payment" and step.department else place(self.service, step)
        name = Text(f"{role.ar} — {where.ar}", f"{role.en} — {where.en}")
        return self._lane(f"{step.role}/{where.en}", name)

    def _lane(self, key: str, name: Text) -> str:
        self.graph.lanes.setdefault(key, name)
        return key
