"""A service as written, made whole: standard parts taken in, its flow adjusted. Nodes keep where they stand."""

from __future__ import annotations

from .adjusting import Adjusting
from .findings import Finding
from .guessing import did_you_mean
from .nodes import Node
from .shelf import Shelf

_USE = ("shape", "change", "drop", "insert")
_STANDARD = ("documents", "reasons", "limits")


def assembled(service: Node, shelf: Shelf, findings: list[Finding]) -> Node:
    """The service with every standard part taken in and its flow written out."""
    value = dict(service.value)
    for group in _STANDARD:
        if group in value:
            value[group] = shelf.filled(value[group], group, findings)
    if "fees" in value and isinstance(value["fees"].value, dict):
        sets = {key: shelf.filled(lines, "fee-lines", findings) for key, lines in value["fees"].value.items()}
        value["fees"] = value["fees"].holding(sets)
    if "form" in value and isinstance(value["form"].value, list):
        sections = [shelf.section(section, findings) for section in value["form"].value]
        value["form"] = value["form"].holding(sections)
    if "flow" in value:
        value["flow"] = _asking(_flow(service, value["flow"], shelf, findings), shelf, findings)
    return service.holding(value)


def _flow(service: Node, use: Node, shelf: Shelf, findings: list[Finding]) -> Node:
    if not isinstance(use.value, dict):
        findings.append(use.finding("The flow is not written.", "Write `flow:` and under it `shape: <a flow>`."))
        return use
    if "shape" not in use.value:
        return _own_flow(service, use)
    for key in [key for key in use.value if key not in _USE]:
        mend = did_you_mean(key, _USE) or "Beside `shape` stand only `change`, `drop` and `insert`."
        findings.append(use.value[key].finding(f"“{key}” is not known here.", mend))
    shape = use.value["shape"]
    base = shelf.flows.get(shape.value) if isinstance(shape.value, str) else None
    if base is None:
        mend = did_you_mean(str(shape.value), shelf.flows) or "Write the flow's file, or name one that exists."
        findings.append(shape.finding(f"There is no flow “{shape.value}”.", mend))
        return use
    return Adjusting(base, findings).adjusted(use)


def _own_flow(service: Node, use: Node) -> Node:
    """A flow written in the service itself: it takes the service's key and name."""
    given = {"flow": service.value["service"], "name": service.value.get("name", use), **use.value}
    return use.holding(given)


def _asking(flow: Node, shelf: Shelf, findings: list[Finding]) -> Node:
    """The flow with the standard questions that its actions ask."""
    steps = flow.get("steps")
    if steps is None or not isinstance(steps.value, dict):
        return flow
    done = {key: _step(step, shelf, findings) for key, step in steps.value.items()}
    return flow.holding({**flow.value, "steps": steps.holding(done)})


def _step(step: Node, shelf: Shelf, findings: list[Finding]) -> Node:
    actions = step.get("actions")
    if actions is None or not isinstance(actions.value, dict):
        return step
    if not any(action.get("asks") for action in actions.value.values()):
        return step
    done = {}
    for key, action in actions.value.items():
        asks = action.get("asks")
        filled = asks and shelf.filled(asks, "fields", findings)
        done[key] = action.holding({**action.value, "asks": filled}) if filled else action
    return step.holding({**step.value, "actions": actions.holding(done)})
