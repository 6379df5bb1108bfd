"""What it would cost: the fees of a service for a few answers, before anybody leaves home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shubbak.design.shapes import Choice, Question
from shubbak.flow.answers import Unfit, is_empty, read_value, visible_fields
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.fees import FeeLineDue, estimate
from shubbak.kernel import clock
from shubbak.kernel.money import Money, total


@dataclass(frozen=True, slots=True)
class Part:
    """What is paid at one step; `whole` when nothing more can be added by further answers."""

    step: Any
    lines: tuple[FeeLineDue, ...]
    whole: bool

    @property
    def sum(self) -> Money:
        return total([line.amount for line in self.lines])


@dataclass(frozen=True, slots=True)
class Estimate:
    """The questions that matter for the fees with what was answered, and what comes of it."""

    questions: tuple[Question, ...]
    parts: tuple[Part, ...]
    asked: bool

    @property
    def whole(self) -> bool:
        return all(part.whole for part in self.parts)

    @property
    def sum(self) -> Money:
        return total([part.sum for part in self.parts])


def estimated(service: ServiceDefinition, given: Mapping[str, str]) -> Estimate:
    """Nothing is kept: the answers come with the address and go with the page."""
    fields = [field for field in _mattering(service) if field.kind != "many"]
    answers: dict[str, Any] = {}
    wrong: dict[str, Any] = {}
    for field in fields:
        text = given.get(field.key, "")
        if is_empty(text):
            continue
        try:
            answers[field.key] = read_value(field, text)
        except Unfit as unfit:
            wrong[field.key] = unfit.message
    facts = {**answers, "applicant_kind": "citizen", "unit_kind": "district", "today": clock.today()}
    visible = {field.key for field in visible_fields(service, answers, facts)}
    questions = tuple(_question(f, given.get(f.key, ""), wrong.get(f.key, "")) for f in fields if f.key in visible)
    parts = tuple(
        Part(step.name, *estimate(service, step.fee_set, facts)) for step in service.flow.steps.values() if step.fee_set
    )
    return Estimate(questions, parts, asked=bool(answers or wrong))


def _mattering(service: ServiceDefinition) -> list[Field]:
    names: set[str] = set()
    for part in service.fee_sets.values():
        for line in part.lines:
            names |= line.amount.names | (line.when.names if line.when is not None else set())
    for field in reversed(service.fields):
        if field.key in names and field.when is not None:
            names |= field.when.names
    return [field for field in service.fields if field.key in names]


def _question(field: Field, value: str, error: Any) -> Question:
    return Question(
        name=field.key,
        label=field.label,
        kind=field.kind,
        value=value,
        hint=field.hint or "",
        error=error,
        unit=field.unit or "",
        choices=tuple(Choice(choice.key, choice.label) for choice in field.choices),
        style="select" if len(field.choices) > 4 else "",
    )
