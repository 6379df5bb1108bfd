"""What the doors show of a case: frozen, masked for whom it was made, no lazy look-ups behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel.money import Money
from shubbak.people.queries import PersonView
from shubbak.places.queries import PlaceView


@dataclass(frozen=True, slots=True)
class StepView:
    """One stop on the line of the case. `status` is done, now or ahead; `by` a role's name or a colleague's."""

    key: str
    name: Text
    kind: str
    status: str
    by: str = ""
    place: Text | None = None
    at: datetime | None = None
    due_on: date | None = None
    blind: bool = False


@dataclass(frozen=True, slots=True)
class ActionView:
    """One thing that may be done now. `input` is a JSON Schema of what it asks; `reasons` the list to choose from."""

    key: str
    kind: str
    label: Text
    fields: tuple[Field, ...]
    reasons: tuple[tuple[str, Text], ...]
    input: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TaskView:
    """An open task. `actions` is empty for whoever may not do it; `mine` says that it was given to the reader."""

    id: UUID
    step: str
    name: Text
    kind: str
    role: str
    department: str
    place: PlaceView
    assignee_id: UUID | None
    assignee: str
    drawn: dict[str, Any] | None
    due_on: date | None
    blind: bool
    mine: bool
    may_claim: bool
    may_assign: bool
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A question and its answer as it is shown; `hidden` when this reader may not see it. A group has `rows`, each its
    own answers; an answer that is a file names the `paper` of the file that holds it."""

    key: str
    label: Text
    value: Any
    shown: str
    unit: Text | None
    hidden: bool
    step: str = ""
    kind: str = ""
    rows: tuple[tuple[AnswerView, ...], ...] = ()
    paper: UUID | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A paper in the file. A hidden one shows no name and no file."""

    id: UUID
    kind: str
    name: Text
    upload_id: UUID | None
    media_type: str
    size: int
    seen_original: bool
    added_at: datetime
    hidden: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of an invoice: how it came about, and what that rests on."""

    code: str
    label: Text
    amount: Money
    settlement_code: str
    rule: Text | None
    source: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """An invoice of the case, what it credits to each settlement code, and the receipt that paid it."""

    id: UUID
    task_id: UUID | None
    state: str
    total: Money
    lines: tuple[LineView, ...]
    by_settlement_code: tuple[tuple[str, Money], ...]
    created_at: datetime
    paid_at: datetime | None
    receipt_number: str
    receipt_id: UUID | None


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper we issued: where to read it and whether it is in force."""

    id: UUID
    key: str
    kind: str
    number: str
    name: Text
    status: str
    issued_at: datetime
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class ActView:
    """One line of the history."""

    at: datetime
    by: str
    step: Text | None
    action: Text
    kind: str
    duty: str
    reason: Text | None
    note: str
    for_citizen: bool


@dataclass(frozen=True, slots=True)
class MoveView:
    """One move of the promised date or of the law's, and why. Without `before` it was first set then, without `after`
    taken back."""

    at: datetime
    kind: str
    limit: str
    name: Text | None
    before: date | None
    after: date | None
    why: Text


@dataclass(frozen=True, slots=True)
class LimitView:
    """A limit as it runs: what it rests on, until when, and what silence would mean.

    While it is `stopped` (since that day), `left` says how many of the days it counts will be left when it goes on.
    """

    key: str
    kind: str
    name: Text | None
    days: int
    unit: str
    started: date
    due: date | None
    met: date | None
    stopped: date | None
    left: int | None
    moves: tuple[MoveView, ...]
    source: str
    illustrative: bool
    tacit: str
    article: Text | None


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as one reader sees it. `blind`: the applicant is hidden from this reader; `person` is then None. `facts`
    are what she may know of what the conditions of an action's questions ask, typed as expressions compute."""

    id: UUID
    number: str
    service: ServiceDefinition
    unit: PlaceView
    state: str
    channel: str
    decision: str
    decided_on: date | None
    by_law: LimitView | None
    reason: Text | None
    submitted_at: datetime
    ended_at: datetime | None
    promised_on: date | None
    law_due_on: date | None
    blind: bool
    person: PersonView | None
    registrar: str
    steps: tuple[StepView, ...]
    tasks: tuple[TaskView, ...]
    answers: tuple[AnswerView, ...]
    documents: tuple[DocumentView, ...]
    invoices: tuple[InvoiceView, ...]
    papers: tuple[PaperView, ...]
    history: tuple[ActView, ...]
    limits: tuple[LimitView, ...]
    moves: tuple[MoveView, ...]
    may_withdraw: bool
    facts: Mapping[str, Any]

    def task(self, task_id: UUID) -> TaskView | None:
        """The open task of that key."""
        return next((t for t in self.tasks if t.id == task_id), None)


@dataclass(frozen=True, slots=True)
class TrackView:
    """A case as whoever holds its slip sees it: no personal data beyond what the slip itself says."""

    number: str
    service: ServiceDefinition
    unit: PlaceView
    state: str
    decision: str
    decided_on: date | None
    by_law: LimitView | None
    reason: Text | None
    submitted_at: datetime
    ended_at: datetime | None
    promised_on: date | None
    law_due_on: date | None
    limits: tuple[LimitView, ...]
    moves: tuple[MoveView, ...]
    steps: tuple[StepView, ...]
    owed: tuple[str, ...]
    message: str
    told: tuple[AnswerView, ...]
    invoices: tuple[InvoiceView, ...]
    papers: tuple[PaperView, ...]
