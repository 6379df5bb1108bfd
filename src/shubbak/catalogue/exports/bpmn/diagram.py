"""The XML of a diagram: the collaboration, its process with lanes and flow, and the picture."""

from __future__ import annotations

from xml.etree import ElementTree

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text

from ..naming import days
from .graph import Arrow, Graph, Node, graph, inherit_lanes
from .labels import placed
from .layout import HEADER, MARGIN, Box, Layout, laid_out
from .routing import Point, waypoints
from .timers import add_timers, clock, over, watched

MODEL, PICTURE = "http://www.omg.org/spec/BPMN/20100524/MODEL", "http://www.omg.org/spec/BPMN/20100524/DI"
BOUNDS, LINES = "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
EXPRESSIONS = "urn:shubbak:expression"
_PREFIXES = {"bpmn": MODEL, "bpmndi": PICTURE, "dc": BOUNDS, "di": LINES, "xsi": INSTANCE}
_LIMITS = Text("المواعيد", "Time limits")
_LATE = Text("يظهر الطلب متأخرًا", "The case shows as late")
_WATCH_WIDTH, _WATCH_HEIGHT = 280, 110
Element = ElementTree.Element


def diagram(service: ServiceDefinition, *, language: str = "ar") -> str:
    """The flow of a service as BPMN 2.0 XML with its diagram, the words in one language. The same service gives the
    same text."""
    for prefix, address in _PREFIXES.items():
        ElementTree.register_namespace(prefix, address)
    drawn = graph(service)
    add_timers(drawn, service)
    inherit_lanes(drawn)
    writing = _Writing(service, drawn, laid_out(drawn), language)
    root = writing.definitions()
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


class _Writing:
    """One diagram on its way to XML."""

    def __init__(self, service: ServiceDefinition, drawn: Graph, laid: Layout, language: str) -> None:
        self.service, self.graph, self.laid, self.language = service, drawn, laid, language
        self.lane_ids = {lane: f"lane_{index}" for index, lane in enumerate(laid.lanes, 1)}
        self.watched = watched(service)

    def definitions(self) -> Element:
        target = f"urn:shubbak:service:{self.service.key}"
        root = Element(_tag("definitions"), id="definitions", targetNamespace=target, exporter="Shubbak")
        root.set("expressionLanguage", EXPRESSIONS)
        collaboration = _child(root, "collaboration", id="collaboration")
        name = self._say(self.service.name)
        _child(collaboration, "participant", id="pool", name=name, processRef="process")
        self._model(root, name)
        self._picture(root)
        return root

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _model(self, root: Element, name: str) -> None:
        process = _child(root, "process", id="process", name=name, isExecutable="false")
        _child(process, "documentation").text = self._say(self.service.summary)
        lanes = _child(process, "laneSet", id="lanes")
        for lane, identifier in self.lane_ids.items():
            element = _child(lanes, "lane", id=identifier, name=self._say(self.graph.lanes[lane]))
            for node in self.graph.nodes.values():
                if node.lane == lane:
                    _child(element, "flowNodeRef").text = node.id
        if self.watched:
            element = _child(lanes, "lane", id="lane_limits", name=self._say(_LIMITS))
            for limit in self.watched:
                _child(element, "flowNodeRef").text = f"limit_{limit.key}"
        for node in self.graph.nodes.values():
            self._node(process, node)
        self._watches(process)
        for arrow in self.graph.arrows:
            self._arrow(process, arrow)

    def _node(self, process: Element, node: Node) -> None:
        element = _child(process, node.tag, id=node.id, name=self._say(node.name))
        if node.host:
            element.set("attachedToRef", node.host)
        default = next((arrow.id for arrow in self.graph.arrows if arrow.default and arrow.source == node.id), None)
        if default is not None:
            element.set("default", default)
        for note in node.notes:
            _child(element, "documentation").text = self._say(note)
        for arrow in self.graph.arrows:
            if arrow.target == node.id:
                _child(element, "incoming").text = arrow.id
        for arrow in self.graph.arrows:
            if arrow.source == node.id:
                _child(element, "outgoing").text = arrow.id
        if node.terminates:
            _child(element, "terminateEventDefinition", id=f"{node.id}_terminates")
        if node.timer:
            _timer(element, node.id, node.timer)

    def _watches(self, process: Element) -> None:
        """A limit that only counts: beside the flow, without stopping it."""
        for limit in self.watched:
            identifier = f"limit_{limit.key}"
            name = self._say(limit.name or days(limit.days, limit.unit))
            watch = _child(process, "subProcess", id=identifier, name=name, triggeredByEvent="true")
            begun = over(limit.days, limit.unit)
            start = _child(watch, "startEvent", id=f"{identifier}_over", name=self._say(begun), isInterrupting="false")
            _child(start, "outgoing").text = f"{identifier}_flow"
            _timer(start, f"{identifier}_over", clock(limit.days, limit.unit))
            end = _child(watch, "endEvent", id=f"{identifier}_late", name=self._say(_LATE))
            _child(end, "incoming").text = f"{identifier}_flow"
            ends = {"sourceRef": f"{identifier}_over", "targetRef": f"{identifier}_late"}
            _child(watch, "sequenceFlow", id=f"{identifier}_flow", **ends)

    def _arrow(self, process: Element, arrow: Arrow) -> None:
        element = _child(process, "sequenceFlow", id=arrow.id, sourceRef=arrow.source, targetRef=arrow.target)
        if arrow.name is not None:
            element.set("name", self._say(arrow.name))
        if arrow.when is not None:
            _formal(element, "conditionExpression", arrow.when.text)

    def _picture(self, root: Element) -> None:
        picture = _child(root, "BPMNDiagram", PICTURE, id="diagram")
        plane = _child(picture, "BPMNPlane", PICTURE, id="plane", bpmnElement="collaboration")
        band = _WATCH_HEIGHT + MARGIN if self.watched else 0
        wide = max(self.laid.width, HEADER * 2 + MARGIN + len(self.watched) * (_WATCH_WIDTH + MARGIN))
        _shape(plane, "pool", Box(0, 0, wide, self.laid.height + band), isHorizontal="true")
        routes = waypoints(self.graph, self.laid)
        labels = self._labels(routes)
        for lane, identifier in self.lane_ids.items():
            box = self.laid.lanes[lane]
            _shape(plane, identifier, Box(box.x, box.y, wide - HEADER, box.height), isHorizontal="true")
        for node in self.graph.nodes.values():
            more = {"isMarkerVisible": "true"} if node.tag == "exclusiveGateway" else {}
            _labelled(_shape(plane, node.id, self.laid.boxes[node.id], **more), labels.get(node.id))
        self._watches_drawn(plane, wide)
        for identifier, points in routes.items():
            _labelled(_edge(plane, identifier, points), labels.get(identifier))

    def _labels(self, routes: dict[str, list[Point]]) -> dict[str, Box]:
        words = {node.id: self._say(node.name) for node in self.graph.nodes.values()}
        words |= {arrow.id: self._say(arrow.name) for arrow in self.graph.arrows if arrow.name is not None}
        return placed(self.graph, self.laid, routes, words)

    def _watches_drawn(self, plane: Element, wide: int) -> None:
        if not self.watched:
            return
        top = self.laid.height
        _shape(plane, "lane_limits", Box(HEADER, top, wide - HEADER, _WATCH_HEIGHT + MARGIN), isHorizontal="true")
        for index, limit in enumerate(self.watched):
            left = HEADER * 2 + MARGIN // 2 + index * (_WATCH_WIDTH + MARGIN)
            box = Box(left, top + MARGIN // 2, _WATCH_WIDTH, _WATCH_HEIGHT)
            identifier, middle = f"limit_{limit.key}", box.y + 46
            _shape(plane, identifier, box, isExpanded="true")
            start, end = Box(box.x + 50, middle - 18, 36, 36), Box(box.right - 86, middle - 18, 36, 36)
            _shape(plane, f"{identifier}_over", start)
            _shape(plane, f"{identifier}_late", end)
            _edge(plane, f"{identifier}_flow", [(start.right, middle), (end.x, middle)])


def _tag(name: str, address: str = MODEL) -> str:
    return f"{{{address}}}{name}"


def _child(parent: Element, tag: str, address: str = MODEL, /, **attributes: str) -> Element:
    return ElementTree.SubElement(parent, _tag(tag, address), attributes)


def _timer(parent: Element, identifier: str, expression: str) -> None:
    definition = _child(parent, "timerEventDefinition", id=f"{identifier}_timer")
    _formal(definition, "timeDuration", expression)


def _formal(parent: Element, name: str, text: str) -> None:
    element = _child(parent, name)
    element.set(_tag("type", INSTANCE), "bpmn:tFormalExpression")
    element.text = text


def _shape(plane: Element, identifier: str, box: Box, **attributes: str) -> Element:
    shape = _child(plane, "BPMNShape", PICTURE, id=f"{identifier}_di", bpmnElement=identifier, **attributes)
    _bounds(shape, box)
    return shape


def _edge(plane: Element, identifier: str, points: list[Point]) -> Element:
    edge = _child(plane, "BPMNEdge", PICTURE, id=f"{identifier}_di", bpmnElement=identifier)
    for x, y in points:
        _child(edge, "waypoint", LINES, x=str(x), y=str(y))
    return edge


def _labelled(drawn: Element, box: Box | None) -> None:
    if box is not None:
        _bounds(_child(drawn, "BPMNLabel", PICTURE), box)


def _bounds(parent: Element, box: Box) -> None:
    sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    _child(parent, "Bounds", BOUNDS, **{name: str(value) for name, value in sides.items()})
