"""Shapes that several endpoints share. They describe answers; requests are read by them as well."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Schema
from pydantic import Field

State = Literal[
    "submitted",
    "in_progress",
    "waiting_citizen",
    "waiting_payment",
    "approved",
    "issued",
    "rejected",
    "withdrawn",
    "lapsed",
    "closed",
]
Amount = Field(description="Pounds as text with two decimals", pattern=r"^\d+\.\d{2}$", examples=["361.00"])
Day = Field(description="A day in Cairo", json_schema_extra={"format": "date"})
Moment = Field(description="A moment with its offset", json_schema_extra={"format": "date-time"})
DueAt = Field(description="End of the last promised day, else of the law's", json_schema_extra={"format": "date-time"})


class ProblemError(Schema):
    """One wrong value."""

    pointer: str = Field(description="JSON pointer into the body (`#/answers/floors/1/area`), or `?name` of a query")
    detail: str
    code: str
    document: str | None = Field(
        None, description="The kind of the paper that is missing, when `pointer` is their list"
    )


class Problem(Schema):
    """RFC 9457; `detail` in the language asked for."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[ProblemError] | None = None


class Total(Schema):
    """An amount of money."""

    total: str = Amount
    currency: Literal["EGP"]


class InvoiceLine(Schema):
    """A line of an invoice: how it came about, and what that rests on."""

    code: str
    label: str
    amount: str = Amount
    settlement: str = Field(description="The settlement code it is credited to")
    rule: str = Field(description="In words, with the figures of this case")
    source: str
    illustrative: bool


class DayMoved(Schema):
    """A move of a day: first set then when `before` is null, taken back when `after` is."""

    at: str = Moment
    before: str | None = Day
    after: str | None = Day
    limit: str = Field(description="Key of the limit that moved it")
    why: str


class Dated(Schema):
    """A day that was promised, or that the law sets, and every move of it, oldest first."""

    on: str | None = Day
    moved: list[DayMoved]


class Place(Schema):
    """A unit of local government."""

    code: str
    name: str
    kind: str


class PaperRow(Schema):
    """A paper we issued. `links.pdf` is read with the same token; `links.verify` is what the paper's QR opens."""

    id: str
    key: str
    kind: str
    number: str
    name: str
    status: Literal["valid", "suspended", "revoked"]
    issued_at: str = Moment
    valid_until: str | None = Day
    token: str | None = Field(description="The signed statement of the QR, for a signed paper")
    links: dict[str, str]


class PaperList(Schema):
    """The papers of a case."""

    items: list[PaperRow]
    next: str | None


JsonSchema = dict[str, Any]
PUBLIC: dict[int, Any] = {400: Problem, 422: Problem, 500: Problem}
STAFF: dict[int, Any] = {400: Problem, 401: Problem, 404: Problem, 422: Problem, 500: Problem}
UPLOAD: dict[int, Any] = {**STAFF, 403: Problem, 409: Problem, 413: Problem}
POST: dict[int, Any] = {**UPLOAD, 415: Problem}
