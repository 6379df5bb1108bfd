"""What is told of a service."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import Field

from ..shapes import JsonSchema


class Law(Schema):
    """The law and article a thing rests on; `illustrative` when no source was read."""

    title: str
    article: str
    source: str
    illustrative: bool


class ServiceRow(Schema):
    """A service in the list."""

    key: str
    name: str
    summary: str
    department: str
    level: str = Field(description="Whose service it is: district, diwan, new_city or partner")
    life_events: list[str]
    offered_by: list[str] = Field(description="Kinds of unit that offer it")
    channels: list[str]
    applicants: list[str]
    illustrative: bool
    links: dict[str, str]


class ServiceList(Schema):
    """Services on offer."""

    items: list[ServiceRow]
    next: str | None


class DocumentAsked(Schema):
    """A paper to bring. `when` and `required` may hang on the answers: then a condition, in words of the definition."""

    kind: str
    name: str
    required: bool | dict[str, Any]
    when: dict[str, Any] | None
    hint: str | None
    source: str


class FeeLine(Schema):
    """A line of a fee. `amount` is an expression over the answers and rates, in pounds; that of a `percent` line names
    the lines it is `of`, rounded, as `line <code>`."""

    code: str
    label: str
    amount: dict[str, Any]
    when: dict[str, Any] | None
    percent: str | None
    of: list[str]
    settlement_code: str
    source: str
    illustrative: bool


class RateOverride(Schema):
    """What a rate is in a unit, a governorate or everywhere, from one day to another; empty where not bounded."""

    amount: str
    governorate: str
    unit: str
    since: str
    until: str
    source: str


class Rate(Schema):
    """A figure that amounts name: a unit's override goes before its governorate's, that before the country's, by the
    day of submission."""

    key: str
    label: str
    amount: str
    unit: str | None
    source: str
    illustrative: bool
    overrides: list[RateOverride]


class Fee(Schema):
    """What is collected at one payment step."""

    step: str
    name: str
    lines: list[FeeLine]


class Limit(Schema):
    """A time limit: of law in calendar days unless the law says otherwise, or the office's promise in working days."""

    key: str
    kind: str
    name: str | None
    days: int
    unit: str
    starts: str
    pauses: list[str]
    rollover: str
    tacit: dict[str, str] | None = Field(description="What silence means, and by which article")
    source: str
    illustrative: bool


class Output(Schema):
    """The paper that comes out."""

    kind: str
    name: str
    validity_days: int | None
    validity_rule: str | None = Field(description="Where the answers decide: a number of days, or the last day")
    source: str
    illustrative: bool


class ServiceWhole(ServiceRow):
    """All that a program needs to ask for the service."""

    law: Law
    form: JsonSchema = Field(description="JSON Schema 2020-12 of `answers`")
    documents: list[DocumentAsked]
    fees: list[Fee]
    rates: list[Rate]
    limits: list[Limit]
    output: Output | None
    eligibility: list[str]
    sources: list[str]
