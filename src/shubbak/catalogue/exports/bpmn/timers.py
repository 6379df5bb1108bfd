"""The clocks of a flow: how long the citizen has, what silence makes of a limit, and limits that are only watched."""

from __future__ import annotations

from collections.abc import Iterator

from shubbak.flow.definition import Limit, ServiceDefinition, Step
from shubbak.flow.paths import always_through, deciding, reachable
from shubbak.flow.words import Text

from ..naming import ENDS, SILENCE, days
from .graph import Graph, Node, step_id

_OVER = Text("مضى {x}", "{x} passed")
_SEVERAL = Text(
    "يسري أينما وقف الطلب، ويُلغي ما بقي مفتوحًا.", "Holds wherever the case stands, and cancels all that is open."
)


def add_timers(drawn: Graph, service: ServiceDefinition) -> None:
    """Boundary timers: on each step of the citizen, after which the case lapses; where a limit's silence speaks."""
    for step in service.flow.steps.values():
        if step_id(step.key) in drawn.nodes and step.kind in ("citizen", "payment") and step.promise is not None:
            _lapse(drawn, step)
    for limit in service.limits:
        if limit.tacit is not None:
            for step in silent_at(service, limit):
                _silence(drawn, limit, step)


def watched(service: ServiceDefinition) -> tuple[Limit, ...]:
    """Limits at whose end nothing moves: the case is late, and that is seen."""
    return tuple(limit for limit in service.limits if limit.tacit is None)


def silent_at(service: ServiceDefinition, limit: Limit) -> Iterator[Step]:
    """The steps at which silence can make the decision: before whoever decides, with no payment owed in between."""
    flow, tacit = service.flow, limit.tacit
    if tacit is None:
        return
    makers = [step.key for step, _ in deciding(flow, tacit.decision)]
    payments = [key for key, step in flow.steps.items() if step.kind == "payment"]
    begin = limit.starts.removeprefix("step:") if limit.starts.startswith("step:") else flow.start
    within = reachable(flow, [begin])
    for key, step in flow.steps.items():
        waits = step.kind in ("work", "citizen") or (step.kind == "issue" and step.actions)
        ahead = waits and key in within and set(makers) & reachable(flow, [key])
        if ahead and not any(always_through(flow, [key], makers, payment) for payment in payments):
            yield step


def clock(count: int, unit: str) -> str:
    """A length of time as a timer's expression: ISO 8601 for calendar days; working days need the calendar."""
    return f"P{count}D" if unit == "calendar" else f"working_days({count})"


def over(count: int, unit: str) -> Text:
    """What a timer is called."""
    span = days(count, unit)
    return Text(_OVER.ar.format(x=span.ar), _OVER.en.format(x=span.en))


def _lapse(drawn: Graph, step: Step) -> None:
    if step.promise is None:
        return
    host = drawn.nodes[step_id(step.key)]
    name, expression = over(step.promise.days, step.promise.unit), clock(step.promise.days, step.promise.unit)
    event = Node(f"late_{step.key}", "boundaryEvent", name, host.lane, timer=expression, host=host.id)
    end = Node(f"lapsed_{step.key}", "endEvent", ENDS["lapsed"], host.lane, terminates=True, under=host.id)
    drawn.add(event)
    drawn.add(end)
    drawn.link(event.id, end.id)


def _silence(drawn: Graph, limit: Limit, step: Step) -> None:
    host = drawn.nodes.get(step_id(step.key))
    if host is None or limit.tacit is None:
        return
    name = over(limit.days, limit.unit)
    event = Node(f"silence_{limit.key}_{step.key}", "boundaryEvent", name, host.lane, host=host.id)
    event.timer, event.notes = clock(limit.days, limit.unit), [limit.tacit.article, _SEVERAL]
    drawn.add(event)
    drawn.link(event.id, step_id(limit.tacit.goto), SILENCE[limit.tacit.decision])
