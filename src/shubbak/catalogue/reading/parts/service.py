"""The shape of a service file, one class a piece. What a key means is said in docs/define-a-service.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from shubbak.flow import vocabulary as known
from shubbak.kernel.actor import Role

from .asking import DocumentPart, FieldPart, SectionPart
from .charging import FeeLinePart, RatePart
from .words import Code, Day, Figure, Formula, Key, Name, Pair, Part, Span, Validity, Words, one_of

UNIT_KINDS = ("district", "city", "markaz", "new_city", "seat", "governorate")
_Role = one_of([role.value for role in Role], "role")
_Decision = one_of(known.DECISIONS, "decision")


class LawPart(Part):
    title: Pair
    article: Words = ""
    source: Words = ""
    illustrative: bool = False


class SilencePart(Part):
    means: _Decision  # type: ignore[valid-type]
    article: Pair
    goes_to: Key


class LimitPart(Part):
    name: Pair
    kind: one_of(("law", "promise"), "kind of limit")  # type: ignore[valid-type]
    within: Span
    from_: Annotated[str, Field(alias="from")] = "submission"
    pauses: list[one_of(known.STATES, "state")] = []  # type: ignore[valid-type]
    roll_over: one_of(("none", "next working day"), "roll-over") = "none"  # type: ignore[valid-type]
    source: Words = ""
    illustrative: bool = False
    silence: SilencePart | None = None


class RoutePart(Part):
    step: Key
    when: Formula | None = None


def _routes(value: Any) -> Any:
    return [{"step": value}] if isinstance(value, str) else value


class ActionPart(Part):
    kind: one_of(known.ACTION_KINDS, "kind of action")  # type: ignore[valid-type]
    label: Pair
    to: Annotated[list[RoutePart], BeforeValidator(_routes)] = []
    asks: dict[Name, FieldPart] = {}
    reasons: list[Key] | None = None
    decides: _Decision | None = None  # type: ignore[valid-type]


class BranchPart(Part):
    to: Key
    when: Formula | None = None


class EscalationPart(Part):
    after: Span
    to: _Role  # type: ignore[valid-type]


class StepPart(Part):
    name: Pair
    kind: one_of(known.STEP_KINDS, "kind of step")  # type: ignore[valid-type]
    role: _Role | None = None  # type: ignore[valid-type]
    department: Key | None = None
    place: Words = "home"
    duty: one_of(known.DUTIES, "duty") | None = None  # type: ignore[valid-type]
    assignment: one_of(("queue", "draw"), "assignment") = "queue"  # type: ignore[valid-type]
    blind: bool = False
    not_same_as: list[Key] = []
    needs: list[str] = []
    promise: Span | None = None
    escalate: EscalationPart | None = None
    branches: list[BranchPart] = []
    next: Key | None = None
    fees: Key | None = None
    paper: Key | None = None
    ends: one_of(known.END_STATES, "end") | None = None  # type: ignore[valid-type]
    actions: dict[Key, ActionPart] = {}


class FlowPart(Part):
    flow: Key
    name: Pair
    start: Key
    steps: dict[Key, StepPart]


class ReasonPart(Part):
    text: Pair
    law: Pair | None = None


class OutputPart(Part):
    kind: Key
    name: Pair
    series: Words
    valid_for: Validity | None = None
    source: Words = ""
    illustrative: bool = False


class ExamplePart(Part):
    says: Pair
    applicant: one_of(known.APPLICANTS[:3], "kind of applicant") = "citizen"  # type: ignore[valid-type]
    unit: one_of(UNIT_KINDS, "kind of unit") | None = None  # type: ignore[valid-type]
    in_: Annotated[Code | None, Field(alias="in")] = None
    on: Day | None = None
    answers: dict[Name, Any]
    hides: list[Name] = []
    asks_for: list[Key] | None = None
    fees: dict[Key, Figure] = {}
    due: dict[Key, Day] = {}
    walk: list[str] = []
    ends: one_of(known.END_STATES, "end") | None = None  # type: ignore[valid-type]


class ServicePart(Part):
    service: Key
    level: one_of(known.LEVELS, "level")  # type: ignore[valid-type]
    life_events: Annotated[list[one_of(known.LIFE_EVENTS, "life event")], Field(min_length=1)]  # type: ignore[valid-type]
    name: Pair
    summary: Pair
    keywords: list[Words] = []
    department: Key
    law: LawPart
    offered_by: Annotated[list[one_of(UNIT_KINDS, "kind of unit")], Field(min_length=1)]  # type: ignore[valid-type]
    channels: Annotated[list[one_of(known.CHANNELS, "channel")], Field(min_length=1)]  # type: ignore[valid-type]
    applicants: Annotated[list[one_of(known.APPLICANTS, "kind of applicant")], Field(min_length=1)]  # type: ignore[valid-type]
    eligibility: list[Pair] = []
    form: list[SectionPart] = []
    documents: dict[Key, DocumentPart] = {}
    rates: dict[Name, RatePart] = {}
    fees: dict[Key, dict[Key, FeeLinePart]] = {}
    limits: dict[Key, LimitPart] = {}
    flow: FlowPart
    reasons: dict[Key, ReasonPart] = {}
    output: OutputPart | None = None
    examples: dict[Key, ExamplePart] = {}
    asked: list[Words] = []

    def fields(self) -> Iterator[tuple[tuple[Any, ...], SectionPart, str, FieldPart]]:
        """Every question of the form with its way in the file, its section and its key."""
        for index, section in enumerate(self.form):
            for key, field in section.fields.items():
                yield ("form", index, "fields", key), section, key, field
