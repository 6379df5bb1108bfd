"""One shared flow, adjusted for one service: steps dropped, inserted and changed. Nodes keep where they stand."""

from __future__ import annotations

import operator

from .findings import Finding
from .guessing import did_you_mean
from .nodes import Node, merged


class Adjusting:
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
        steps = self.base.value["steps"].holding(self.steps)
        return self.base.holding({**self.base.value, "start": self.start, "steps": steps})

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
        self.steps = {key: _without(step, name.value) for key, step in self.steps.items()}

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
        new = step.holding({k: v for k, v in step.value.items() if k != "before"})
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
            self.start = self.start.holding(new)
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


def _without(step: Node, dropped: str) -> Node:
    """The step, no longer asking for another person than at the dropped one."""
    apart = step.get("not_same_as")
    if apart is None or not isinstance(apart.value, list) or all(one.value != dropped for one in apart.value):
        return step
    kept = apart.holding([one for one in apart.value if one.value != dropped])
    return step.holding({**step.value, "not_same_as": kept})


def _redirected(node: Node, old: str, new: str, key: str = "") -> Node:
    """The step with every `next`, `to` and `step` that names `old` naming `new`; the node itself when none does."""
    if key == "escalate":
        return node
    if isinstance(node.value, dict):
        children = {k: _redirected(child, old, new, k) for k, child in node.value.items()}
        return node if all(children[k] is child for k, child in node.value.items()) else node.holding(children)
    if isinstance(node.value, list):
        members = [_redirected(child, old, new, key) for child in node.value]
        return node if all(map(operator.is_, members, node.value)) else node.holding(members)
    if key in ("next", "to", "step") and node.value == old:
        return node.holding(new)
    return node
