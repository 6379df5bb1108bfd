"""From a place in a definition's tree back to the place in the file where it was written."""

from __future__ import annotations

from typing import Any

from .parts import FieldPart, ServicePart, StepPart

_WRITTEN_AS = {
    "fee_sets": "fees",
    "fee_set": "fees",
    "minimum": "min",
    "maximum": "max",
    "settlement_code": "settlement",
    "goto": "goes_to",
    "decision": "means",
    "tacit": "silence",
    "starts": "from",
    "days": "within",
    "unit": "within",
    "validity": "valid_for",
    "rollover": "roll_over",
}


def written_at(where: str, part: ServicePart) -> tuple[Any, ...]:
    """The way in the file to a place of the tree (`flow.steps.review.actions.0.to.1` to `flow/steps/review/...`)."""
    names = where.split(".")
    if names[0] == "fields":
        return _in_form(names[1:], part)
    if names[0] == "flow" and len(names) > 2:
        step = part.flow.steps.get(names[2])
        return ("flow", "steps", names[2], *_in_step(names[3:], step))
    if names[0] == "fee_sets" and len(names) > 3:
        return ("fees", names[1], *_nth(part.fees.get(names[1], {}), names[3]), *_renamed(names[4:]))
    if names[0] == "rates" and len(names) > 1:
        rest = (int(name) if name.isdigit() else name for name in names[2:])
        return ("rates", *_nth(part.rates, names[1]), *rest)
    if names[0] in ("documents", "limits", "reasons") and len(names) > 1:
        return (names[0], *_nth(getattr(part, names[0]), names[1]), *_renamed(names[2:]))
    return tuple(_renamed(names))


def _in_form(names: list[str], part: ServicePart) -> tuple[Any, ...]:
    asked = list(part.fields())
    if not names or int(names[0]) >= len(asked):
        return ("form",)
    way, section, _, field = asked[int(names[0])]
    if names[1:] == ["when"] and field.when is None and section.when is not None:
        return (*way[:2], "when")
    return (*way, *_in_field(names[1:], field))


def _in_field(names: list[str], field: FieldPart) -> tuple[Any, ...]:
    if len(names) > 1 and names[0] == "fields":
        row = _nth(field.fields, names[1])
        return ("fields", *row, *(_in_field(names[2:], field.fields[row[0]]) if row else ()))
    if len(names) > 1 and names[0] == "choices":
        return ("choices", *_nth(field.choices, names[1]))
    return tuple(_renamed(names))


def _in_step(names: list[str], step: StepPart | None) -> tuple[Any, ...]:
    if step is None or len(names) < 2 or names[0] != "actions":
        return tuple(_renamed(names))
    action = _nth(step.actions, names[1])
    rest = names[2:]
    if len(rest) > 1 and rest[0] == "fields" and action:
        asks = step.actions[action[0]].asks
        asked = _nth(asks, rest[1])
        return ("actions", *action, "asks", *asked, *(_in_field(rest[2:], asks[asked[0]]) if asked else ()))
    return ("actions", *action, *_renamed(rest))


def _renamed(names: list[str]) -> list[Any]:
    return [int(name) if name.isdigit() else _WRITTEN_AS.get(name, name) for name in names]


def _nth(members: dict[str, Any], index: str) -> tuple[str, ...]:
    keys = list(members)
    return (keys[int(index)],) if index.isdigit() and int(index) < len(keys) else ()
