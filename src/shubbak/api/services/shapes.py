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
    """A line of a fee. `amount` is an expression over the answers, in pounds."""

    code: str
    label: str
    amount: dict[str, Any]
    when: dict[str, Any] | None
    settlement_code: str
    source: str
    illustrative: bool


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
    limits: list[Limit]
    output: Output | None
    eligibility: list[str]
    sources: list[str]
