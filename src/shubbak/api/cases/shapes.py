"""What is asked and told of cases."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from ..shapes import Amount, Dated, Day, DueAt, InvoiceLine, JsonSchema, Moment, PaperRow, Place, State, Total

Text = Field("", max_length=4000)


class Applicant(Schema):
    """For whom. Give the number that names this kind of person; digits in any script."""

    kind: Literal["citizen", "foreigner", "organisation"]
    national_id: str | None = Field(None, max_length=40)
    passport: str | None = Field(None, max_length=40)
    commercial_register: str | None = Field(None, max_length=40)
    name: str = Field(max_length=400)
    mobile: str | None = Field(None, max_length=40)
    accept_check_digit: bool = Field(False, description="Answers the problem `check_digit`: the number was read again")


class Document(Schema):
    """A paper: the upload that holds it, or that the original was seen at the window."""

    kind: str = Field(max_length=100)
    upload: UUID | None = None
    seen_original: bool = False


class NewCase(Schema):
    """A request as it is registered."""

    service: str = Field(max_length=100)
    unit: str = Field(max_length=40)
    channel: str = Field("window", max_length=20)
    applicant: Applicant
    answers: dict[str, Any] = {}
    documents: list[Document] = Field([], max_length=100)


class FirstInvoice(Total):
    """What is to be paid first."""

    lines: list[InvoiceLine]


class CaseRegistered(Schema):
    """The tracking code is told here and on the slip, nowhere else."""

    number: str
    tracking_code: str
    state: State
    due_at: str | None = DueAt
    invoice: FirstInvoice | None
    links: dict[str, str]


class CaseRow(Schema):
    """A case in a list."""

    number: str
    service: str
    service_name: str
    applicant: str
    unit: Place
    state: State
    submitted_at: str = Moment
    promised_on: str | None = Day
    law_due_on: str | None = Day
    links: dict[str, str]


class CaseList(Schema):
    """One page; `next` is the address of the page after it."""

    items: list[CaseRow]
    next: str | None


class StepRow(Schema):
    """A stop on the line of the case."""

    key: str
    name: str
    kind: str
    status: Literal["done", "now", "ahead"]
    at: str | None = Moment
    due_on: str | None = Day


class ActionRow(Schema):
    """Something that may be done now. `input` is a JSON Schema of what goes under `answers`."""

    key: str
    kind: Literal["approve", "return", "reject", "complete", "withdraw", "record"]
    label: str
    input: JsonSchema


class TaskRow(Schema):
    """An open task. `actions` is empty for whoever may not do it."""

    id: str
    step: str
    name: str
    kind: str
    role: str
    department: str
    unit: Place
    assignee: str
    mine: bool
    due_on: str | None = Day
    actions: list[ActionRow]


class Person(Schema):
    """The applicant, masked for whoever asks."""

    kind: str
    name: str
    number_kind: str
    number: str
    mobile: str


class AnswerRow(Schema):
    """An answer; `hidden` from this reader when it would tell who asked."""

    key: str
    label: str
    value: Any
    shown: str
    hidden: bool
    step: str


class DocumentRow(Schema):
    """A paper in the file."""

    id: str
    kind: str
    name: str
    media_type: str
    size: int
    seen_original: bool
    hidden: bool


class InvoiceRow(Total):
    """An invoice, with the printed number of the receipt that paid it."""

    id: str
    state: Literal["open", "paid", "cancelled"]
    lines: list[InvoiceLine]
    receipt_number: str


class ActRow(Schema):
    """A line of the history."""

    at: str = Moment
    by: str
    step: str | None
    action: str
    kind: str
    reason: str | None
    note: str


class CaseWhole(Schema):
    """A case as this reader may see it. `applicant` is null while she must not know who asked."""

    number: str
    service: str
    service_name: str
    unit: Place
    channel: str
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
    applicant: Person | None
    registrar: str
    steps: list[StepRow]
    tasks: list[TaskRow]
    answers: list[AnswerRow]
    documents: list[DocumentRow]
    invoices: list[InvoiceRow]
    papers: list[PaperRow]
    history: list[ActRow]
    links: dict[str, str]


class Deed(Schema):
    """What an action is done with. A reason from the action's list goes under `answers.reason`."""

    answers: dict[str, Any] = {}
    note: str = Text
    documents: Annotated[list[Document], Field(max_length=100)] = []


class Wish(Schema):
    """What the applicant said when she took her request back."""

    note: str = Text


class Moved(Schema):
    """Where the case stands after an act."""

    number: str
    state: State
    decision: str
    links: dict[str, str]


class Payment(Schema):
    """What the cashier took: the whole of what is due, against the next leaf of her receipt book."""

    means: Literal["cash", "card", "bank_deposit"]
    amount: str | Decimal = Field(description="Pounds, as text", examples=["361.00"])
    printed_number: str | None = Field(None, max_length=40)
    reference: str = Field("", max_length=200, description="Of the card slip or the bank's notice")


class ReceiptRow(Schema):
    """A receipt."""

    id: str
    printed_number: str
    amount: str = Amount
    currency: Literal["EGP"]
    means: str
    collected_at: str = Moment


class Paid(Schema):
    """The receipt, and where the case stands now."""

    number: str
    state: State
    receipt: ReceiptRow
    links: dict[str, str]
