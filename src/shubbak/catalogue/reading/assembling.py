"""A service as written, made whole: `standard` parts taken in, its flow adjusted. Nodes keep where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from .findings import Finding
from .guessing import did_you_mean
from .nodes import Node, merged

_USE = ("shape", "change", "drop", "insert")
_STANDARD = {"documents": "documents", "reasons": "reasons"}


@dataclass(slots=True)
class Shelf:
    """What services may take: flows by key, and standard parts by group (`fields`, `documents`, ...) and key."""

    flows: dict[str, Node] = field(default_factory=dict)
    standard: dict[str, dict[str, Node]] = field(default_factory=dict)


def assembled(service: Node, shelf: Shelf, findings: list[Finding]) -> Node:
    """The service with every `standard` replaced and its flow written out."""
    value = dict(service.value)
    for group, key in _STANDARD.items():
        if key in value:
            value[key] = _filled(value[key], group, shelf, findings)
    if "fees" in value and isinstance(value["fees"].value, dict):
        sets = {k: _filled(v, "fee-lines", shelf, findings) for k, v in value["fees"].value.items()}
        value["fees"] = replace(value["fees"], value=sets)
    if "form" in value and isinstance(value["form"].value, list):
        sections = [_section(section, shelf, findings) for section in value["form"].value]
        value["form"] = replace(value["form"], value=sections)
    if "flow" in value:
        value["flow"] = _flow(service, value["flow"], shelf, findings)
    return replace(service, value=value)


def _section(section: Node, shelf: Shelf, findings: list[Finding]) -> Node:
    fields = section.get("fields")
    if fields is None:
        return section
    return replace(section, value={**section.value, "fields": _filled(fields, "fields", shelf, findings)})


def _filled(node: Node, group: str, shelf: Shelf, findings: list[Finding]) -> Node:
    if not isinstance(node.value, dict):
        return node
    known = shelf.standard.get(group, {})
    value = {}
    for key, child in node.value.items():
        if child.value != "standard":
            value[key] = child
        elif key in known:
            value[key] = replace(known[key], key_line=child.key_line, key_column=child.key_column, file=child.file)
        else:
            mend = did_you_mean(key, known) or "Write the part out here, or add it to the standard parts."
            findings.append(child.finding(f"There is no standard part “{key}” among {group}.", mend))
    return replace(node, value=value)


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
    return _Adjusting(base, findings).adjusted(use)


def _own_flow(service: Node, use: Node) -> Node:
    """A flow written in the service itself: it takes the service's key and name."""
    given = {"flow": service.value["service"], "name": service.value.get("name", use), **use.value}
    return replace(use, value=given)


class _Adjusting:
    """One shared flow, adjusted for one service: first dropped, then inserted, then changed."""

    def __init__(self, base: Node, findings: list[Finding]) -> None:
        self.base, self.findings = base, findings
        steps = base.get("steps")
        self.steps: dict[str, Node] = dict(steps.value) if steps is not None and isinstance(steps.value, dict) else {}
        self.start = base.value.get("start", base)

    def adjusted(self, use: Node) -> Node:
        drop, insert, change = use.get("drop"), use.get("insert"), use.get("change")
        for name in drop.value if drop is not None and isinstance(drop.value, list) else []:
            self.drop(name)
        for key, step in insert.value.items() if insert is not None and isinstance(insert.value, dict) else ():
            self.insert(key, step)
        for key, step in change.value.items() if change is not None and isinstance(change.value, dict) else ():
            self.change(key, step)
        steps = replace(self.base.value["steps"], value=self.steps)
        return replace(self.base, value={**self.base.value, "start": self.start, "steps": steps})

    def drop(self, name: Node) -> None:
        if not self._has(name, str(name.value)):
            return
        step = self.steps.pop(name.value)
        onward = _onward(step)
        if onward is None:
            what = f"The step “{name.value}” cannot be dropped: it leads to more than one place."
            self.findings.append(name.finding(what, "Change the steps before it so that none leads to it."))
            self.steps[name.value] = step
            return
        self._redirect(name.value, onward)

    def insert(self, key: str, step: Node) -> None:
        before = step.get("before")
        if before is None or not isinstance(step.value, dict):
            mend = "Write `before:` with the key of the step that now comes after it."
            self.findings.append(step.finding(f"The new step “{key}” does not say where it stands.", mend))
            return
        if key in self.steps:
            what = f"The flow has a step “{key}” already."
            self.findings.append(step.finding(what, "Choose another key, or use `change`."))
            return
        if not self._has(before, str(before.value)):
            return
        self._redirect(before.value, key)
        new = replace(step, value={k: v for k, v in step.value.items() if k != "before"})
        order = list(self.steps.items())
        at = [k for k, _ in order].index(before.value)
        self.steps = dict([*order[:at], (key, new), *order[at:]])

    def change(self, key: str, step: Node) -> None:
        if self._has(step, key):
            self.steps[key] = merged(self.steps[key], step)

    def _has(self, node: Node, key: str) -> bool:
        if key in self.steps:
            return True
        mend = did_you_mean(key, self.steps) or "Name a step of the shape."
        what = f"The flow “{self.base.value['flow'].value}” has no step “{key}”."
        self.findings.append(node.finding(what, mend))
        return False

    def _redirect(self, old: str, new: str) -> None:
        """Whatever led to the step `old` now leads to `new`."""
        if self.start.value == old:
            self.start = replace(self.start, value=new)
        self.steps = {key: _redirected(step, old, new) for key, step in self.steps.items()}


def _onward(step: Node) -> str | None:
    """Where a step leads when all goes well: its `next`, or the one place its first approving action leads to."""
    following = step.get("next")
    if following is not None:
        return str(following.value)
    actions = step.get("actions")
    for action in actions.value.values() if actions is not None and isinstance(actions.value, dict) else ():
        kind, to = action.get("kind"), action.get("to")
        if kind is not None and kind.value in ("approve", "complete") and to is not None and isinstance(to.value, str):
            return str(to.value)
    return None


def _redirected(node: Node, old: str, new: str, key: str = "") -> Node:
    """The step with every `next`, `to` and `step` that names `old` naming `new`."""
    if key == "escalate":
        return node
    if isinstance(node.value, dict):
        children: Any = {k: _redirected(child, old, new, k) for k, child in node.value.items()}
        return replace(node, value=children)
    if isinstance(node.value, list):
        return replace(node, value=[_redirected(child, old, new, key) for child in node.value])
    if key in ("next", "to", "step") and node.value == old:
        return replace(node, value=new)
    return node
