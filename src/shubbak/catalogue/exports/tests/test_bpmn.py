"""Every flow is a BPMN diagram that the editors' own reader reads without a warning, whole and drawn whole."""

from __future__ import annotations

from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest

from shubbak.catalogue.exports.bpmn import diagram
from shubbak.catalogue.exports.bpmn.diagram import MODEL
from shubbak.catalogue.exports.bpmn.graph import graph, inherit_lanes
from shubbak.catalogue.exports.bpmn.layout import Box, laid_out
from shubbak.catalogue.exports.bpmn.timers import add_timers, silent_at
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.paths import reachable
from tests.bpmn.reader import read

from .shipped import services

pytestmark = pytest.mark.xdist_group("catalogue")


@pytest.fixture(scope="module")
def readings() -> dict[str, dict[str, Any]]:
    return read({key: diagram(service) for key, service in services().items()})


def test_the_reader_warns_of_nothing(readings: dict[str, dict[str, Any]]) -> None:
    """No warning, no reference that leads nowhere, no attribute that BPMN does not know, over every service."""
    assert set(readings) == set(services())
    for key, found in readings.items():
        assert (found["warnings"], found["unresolved"], found["unknown"]) == ([], [], []), key


def test_every_shape_and_arrow_is_drawn(readings: dict[str, dict[str, Any]]) -> None:
    """What stands in the process stands in the picture, lanes and limits too."""
    shapes = ("Event", "Task", "Gateway", "SequenceFlow", "Lane", "Participant", "SubProcess")
    for key, found in readings.items():
        model = {name for name, kind in found["ids"].items() if kind.endswith(shapes)}
        assert model - set(found["drawn"]) == set(), key


def test_every_step_is_a_node_and_every_way_an_arrow() -> None:
    """Each step that can be reached, each fork and join, and each step an action leads to."""
    for service in services().values():
        drawn = graph(service)
        arrows = {(arrow.source.removeprefix("which_").removeprefix("step_"), arrow.target) for arrow in drawn.arrows}
        met = reachable(service.flow, [service.flow.start])
        for key in met:
            step = service.flow.steps[key]
            assert f"step_{key}" in drawn.nodes, (service.key, key)
            wanted = {f"step_{route.step}" for action in step.actions for route in action.to}
            wanted |= {f"step_{branch.to}" for branch in step.branches}
            assert {(key, target) for target in wanted} <= arrows, (service.key, key)


def test_timers_stand_for_every_deadline(readings: dict[str, dict[str, Any]]) -> None:
    """The citizen's, those of silence, and those that are only watched."""
    for key, service in services().items():
        hers = [s for s in service.flow.steps.values() if s.kind in ("citizen", "payment") and s.promise is not None]
        silent = sum(len(list(silent_at(service, limit))) for limit in service.limits)
        watched = sum(limit.tacit is None for limit in service.limits)
        timers = readings[key]["elements"].get("bpmn:TimerEventDefinition", 0)
        assert timers == len(hers) + silent + watched, key


def test_silence_on_a_building_permit() -> None:
    """Thirty days speak at every step before the decision, and never where a fee is still owed."""
    service = services()["building-permit"]
    (limit,) = [limit for limit in service.limits if limit.tacit]
    at = {step.key for step in silent_at(service, limit)}
    assert {"review", "completion", "inspect", "civil-defence", "utilities", "decide"} == at
    root = ElementTree.fromstring(diagram(service, language="en"))
    names = [flow.get("name") for flow in root.iter(f"{{{MODEL}}}sequenceFlow")]
    assert names.count("Silence is approval") == len(at)


def test_forks_with_conditions_are_inclusive() -> None:
    """A branch that is not always opened carries its condition, in the words of the form and as it is evaluated."""
    root = ElementTree.fromstring(diagram(services()["building-permit"], language="en"))
    (fork,) = [node for node in root.iter(f"{{{MODEL}}}inclusiveGateway") if node.get("id") == "step_consult"]
    assert len(fork.findall(f"{{{MODEL}}}outgoing")) == 3
    conditions = [flow.findtext(f"{{{MODEL}}}conditionExpression") for flow in root.iter(f"{{{MODEL}}}sequenceFlow")]
    assert "works in ('new', 'storeys', 'extension')" in conditions


def test_shapes_stand_apart_and_inside_their_lanes() -> None:
    """No two nodes of any picture overlap, and none leaves its lane."""
    for key, service in services().items():
        drawn = graph(service)
        add_timers(drawn, service)
        inherit_lanes(drawn)
        laid = laid_out(drawn)
        nodes = [node for node in drawn.nodes.values() if not node.host]
        for one, other in combinations(nodes, 2):
            assert not overlap(laid.boxes[one.id], laid.boxes[other.id]), (key, one.id, other.id)
        for node in nodes:
            box, lane = laid.boxes[node.id], laid.lanes[node.lane]
            assert lane.x <= box.x and box.right <= lane.right and lane.y <= box.y and box.bottom <= lane.bottom


def test_the_same_service_gives_the_same_text() -> None:
    """A diagram that did not change shows no difference; the language changes words alone."""
    service: ServiceDefinition = services()["shop-licence"]
    assert diagram(service) == diagram(service)
    arabic, english = (ElementTree.fromstring(diagram(service, language=word)) for word in ("ar", "en"))
    assert [node.get("id") for node in arabic.iter()] == [node.get("id") for node in english.iter()]


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
