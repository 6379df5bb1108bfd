"""What becomes of a case: how soon each step is done and how, the same every time for the same case number."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from shubbak.flow.definition import ServiceDefinition, Step, StepAction

_FATES = {
    "smooth": 55,
    "returned": 17,
    "rejected": 10,
    "late": 5,
    "stuck": 5,
    "unpaid": 4,
    "withdrawn": 2,
    "absent": 2,
}
_SILENT = 0.12
NOTES = (
    "صورة بطاقة الرقم القومي غير واضحة، برجاء تقديم صورة حديثة.",
    "سند الملكية ناقص الصفحة الأخيرة.",
    "الرسم يحتاج أبعاد الموقع وتوقيع المهندس.",
    "برجاء تقديم ما يفيد سداد المستحقات المتأخرة.",
)
_PACE = {"payment": (0, 3), "citizen": (2, 12), "work": (0, 5)}
"""Working days that pass before a step is done, from and to, by kind of step."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An open task as its fate sees it."""

    number: str
    step: str
    opened: str
    decided: bool
    returned: bool


def fate(number: str, service: ServiceDefinition) -> str:
    """What becomes of this case. Where silence speaks, some are left to it."""
    chance = Random(f"fate/{number}")
    if any(limit.tacit for limit in service.limits) and chance.random() < _SILENT:
        return "silent"
    return chance.choices(tuple(_FATES), tuple(_FATES.values()))[0]


def days_before(task: Standing, step: Step, service: ServiceDefinition) -> int | None:
    """Working days until the step is done; None when nobody will do it."""
    chance = Random(f"pace/{task.number}/{task.step}/{task.opened}")
    what = fate(task.number, service)
    low, high = _PACE[step.kind]
    days = chance.randint(low, high)
    if what == "silent" and step.kind == "work" and not task.decided:
        return None
    if what == "unpaid" and step.kind == "payment" and chance.random() < 0.6:
        return None
    if what == "absent" and step.kind == "citizen":
        return None
    if what == "stuck" and step.kind == "work" and chance.random() < 0.4:
        return None
    promised = step.promise.days if step.promise and step.kind == "work" else 0
    return days + promised + chance.randint(2, 8) if what == "late" and step.kind == "work" else days


def action_of(task: Standing, step: Step, service: ServiceDefinition) -> StepAction:
    """Which of the step's actions is taken."""
    chance = Random(f"act/{task.number}/{task.step}/{task.opened}")
    what = fate(task.number, service)
    by_kind: dict[str, list[StepAction]] = {}
    for action in step.actions:
        by_kind.setdefault(action.kind, []).append(action)
    onward = by_kind.get("approve") or by_kind.get("complete") or list(step.actions)
    if what in ("returned", "absent") and not task.returned and _to_citizen(by_kind, service):
        return _to_citizen(by_kind, service)[0]
    if what == "rejected" and not task.decided and "reject" in by_kind and _refuses(step, chance):
        return by_kind["reject"][0]
    return onward[0]


def _to_citizen(by_kind: dict[str, list[StepAction]], service: ServiceDefinition) -> list[StepAction]:
    """Returns that ask something of the citizen."""
    steps = service.flow.steps
    return [a for a in by_kind.get("return", []) if all(steps[route.step].kind == "citizen" for route in a.to)]


def _refuses(step: Step, chance: Random) -> bool:
    return step.duty == "approve" or chance.random() < 0.35
