"""Random definitions, sound by construction, and random harm done to them."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from .making import action, citizen, fork, issue, join, limit, payment, tree, work

WHEN = ["", " if tall", " if area > 5", " if not tall and area <= 5"]


class _Growing:
    """Builds a flow from its end to its beginning, so that every step knows where it leads."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.steps: dict[str, Any] = {}

    def add(self, step: dict[str, Any]) -> str:
        key = f"s{len(self.steps)}"
        self.steps[key] = step
        return key

    def chain(self, goal: str, *, depth: int, length: int) -> str:
        for _ in range(self.draw(st.integers(1, length))):
            goal = self.block(goal, depth=depth)
        return goal

    def block(self, goal: str, *, depth: int) -> str:
        kinds = ["work", "work", "payment", "issue"] + ["fork", "fork"] * (depth > 0)
        return {"work": self.work, "payment": self.payment, "issue": self.issue, "fork": self.fork}[
            self.draw(st.sampled_from(kinds))
        ](goal, depth)

    def work(self, goal: str, _depth: int, **more: Any) -> str:
        key = f"s{len(self.steps)}"
        actions = [action("go", "approve", goal, **more)]
        self.steps[key] = {}
        if self.draw(st.booleans()):
            back = self.add(citizen(key))
            to = (f"{back} if tall", goal) if self.draw(st.booleans()) and not more else (back,)
            actions.append(action("back", "return", *to))
        if self.draw(st.booleans()):
            actions.append(action("no", "reject", "refused"))
        if self.draw(st.booleans()):
            actions.append(action("note", "record"))
        if self.draw(st.booleans()):
            actions.append(action("leave", "withdraw"))
        self.steps[key] = work(*actions)
        return key

    def payment(self, goal: str, _depth: int) -> str:
        return self.add(payment(self.draw(st.sampled_from(["review", "area"])), goal))

    def issue(self, goal: str, _depth: int) -> str:
        signed = [action("sign", "approve")] if self.draw(st.booleans()) else []
        return self.add(issue(goal, *signed))

    def fork(self, goal: str, depth: int) -> str:
        shut = self.add(join(goal))
        count = self.draw(st.integers(1, 3))
        begins = [self.chain(shut, depth=depth - 1, length=2) for _ in range(count)]
        return self.add(fork(*(b + self.draw(st.sampled_from(WHEN)) for b in begins), to=shut))


@st.composite
def trees(draw: Any) -> dict[str, Any]:
    """A sound service: work, payments, issuing, nested forks, a decision, perhaps a tacit one."""
    grow = _Growing(draw)
    goal = grow.chain("done", depth=1, length=2)
    signing = grow.work(goal, 0)
    paying = grow.payment(signing, 0) if draw(st.booleans()) else signing
    limits = [limit("approval", paying)] if draw(st.booleans()) else []
    goal = grow.work(paying, 0, decides="approval")
    if draw(st.booleans()):
        goal = grow.work(goal, 0, decides="acceptance")
    begin = grow.chain(goal, depth=2, length=3)
    # A branch may end at "refused" only by rejection, and after approval nobody can reject: both are in the grammar.
    return tree(begin, grow.steps, limits=limits)


@st.composite
def harmed(draw: Any) -> dict[str, Any]:
    """A random tree with one to three wounds: ways bent, actions, branches or steps taken away."""
    hurt = copy.deepcopy(draw(trees()))
    for _ in range(draw(st.integers(1, 3))):
        steps = hurt["flow"]["steps"]
        key = draw(st.sampled_from(sorted(steps)))
        step, other = steps[key], draw(st.sampled_from(sorted(steps)))
        wound = draw(st.sampled_from(["bend", "cut", "drop", "start", "goto"]))
        if wound == "bend" and step.get("next"):
            step["next"] = other
        elif wound == "bend" and step.get("actions"):
            draw(st.sampled_from(step["actions"]))["to"] = [{"step": other}]
        elif wound == "bend" and step.get("branches"):
            draw(st.sampled_from(step["branches"]))["to"] = other
        elif wound == "cut" and step.get("actions"):
            step["actions"].pop()
        elif wound == "cut" and step.get("branches"):
            step["branches"].pop()
        elif wound == "drop" and len(steps) > 1:
            del steps[key]
        elif wound == "start":
            hurt["flow"]["start"] = other
        elif wound == "goto" and hurt["limits"]:
            hurt["limits"][0]["tacit"]["goto"] = other
    return hurt
