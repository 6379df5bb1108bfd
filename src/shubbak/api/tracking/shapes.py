"""What is told to whoever holds a slip or a permit."""

from __future__ import annotations

from typing import Literal

from ninja import Schema
from pydantic import Field

from ..shapes import Dated, Day, DueAt, InvoiceLine, Moment, Place, State, Total


class Stop(Schema):
    """A stop on the line of the case."""

    key: str
    name: str
    status: Literal["done", "now", "ahead"]
    at: str | None = Moment
    due_on: str | None = Day


class Owed(Total):
    """What is to be paid, or was."""

    state: Literal["open", "paid", "cancelled"]
    lines: list[InvoiceLine]
    receipt_number: str


class Tracked(Schema):
    """A case, without anything personal."""

    number: str
    service: str
    service_name: str
    unit: Place
    state: State
    decision: str
    decided_on: str | None = Day
    by_law: str | None = Field(description="The article, when silence decided")
    reason: str | None
    submitted_at: str = Moment
    ended_at: str | None = Moment
    due_at: str | None = DueAt
    promised_on: str | None = Day
    law_due_on: str | None = Day
    promise: Dated
    law_limit: Dated
    message: str = Field(description="The office's last word to the citizen")
    steps: list[Stop]
    invoices: list[Owed]


class Claims(Schema):
    """What the permit's QR says."""

    issuer: str
    kind: str
    number: str
    holder: str = Field(description="Masked")
    place: str
    use: str
    area: str
    issued_at: str = Moment
    valid_until: str | None = Day


class Verified(Schema):
    """`valid`, `expired`, `suspended`, `revoked`; `unknown`: signed by us, not in the register; `forged`: not ours."""

    state: Literal["valid", "expired", "suspended", "revoked", "unknown", "forged"]
    check_code: str
    claims: Claims | None
