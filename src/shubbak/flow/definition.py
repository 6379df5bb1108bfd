"""What a service is, as data: frozen, whole, independent of Django and of any file format.

`catalogue` reads YAML, checks it and hands the plain tree to `read`; `to_tree` gives the same tree back as JSON, with
every expression parsed, so that a published version is stored once and read for ever.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .asked import Choice, DocumentKind, Field
from .charged import Band, FeeLine, FeeSet, Rate, RateOverride
from .expressions import Expr
from .tree import build, unbuild
from .words import Text

__all__ = [
    "Band",
    "Branch",
    "Choice",
    "DocumentKind",
    "Escalation",
    "FeeLine",
    "FeeSet",
    "Field",
    "Flow",
    "Law",
    "Limit",
    "Output",
    "Promise",
    "Rate",
    "RateOverride",
    "Reason",
    "Route",
    "ServiceDefinition",
    "Step",
    "StepAction",
    "Tacit",
    "read",
    "to_tree",
]


@dataclass(frozen=True, slots=True)
class Law:
    """The law and article a thing rests on, and where that was read; `illustrative` when it was not."""

    title: Text
    article: str = ""
    source: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Tacit:
    """What silence means when a limit runs out: a decision by operation of law, and the step where the case goes on."""

    decision: str
    article: Text
    goto: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit. `kind` law|promise, `unit` calendar|working, `starts` one of `vocabulary.STARTS` or "step:<key>".

    `pauses` names the case states in which the law stops the count (none unless it says so); `rollover`
    none|next_working.
    """

    key: str
    kind: str
    days: int
    unit: str = "calendar"
    starts: str = "submission"
    pauses: tuple[str, ...] = ()
    rollover: str = "none"
    source: str = ""
    illustrative: bool = False
    name: Text | None = None
    tacit: Tacit | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """How long the office allows itself for one step."""

    days: int
    unit: str = "working"


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who is told when a step still stands `after` days past its promise (or its opening, when it promises nothing)."""

    after: int
    role: str
    unit: str = "working"


@dataclass(frozen=True, slots=True)
class Route:
    """Where an action leads; the first route whose `when` holds is taken."""

    step: str
    when: Expr | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a fork, opened when `when` holds."""

    to: str
    when: Expr | None = None


@dataclass(frozen=True, slots=True)
class StepAction:
    """What a person may do at a step. `decides` is the decision it makes; `reasons` the keys she must choose from."""

    key: str
    kind: str
    label: Text
    to: tuple[Route, ...] = ()
    fields: tuple[Field, ...] = ()
    reasons: tuple[str, ...] = ()
    decides: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the flow where a token may stand (work, citizen, payment, issue, join) or passes (fork, end).

    `place` is home|parent|seat|agency:<key>. `next` leads on from payment, issue and join; on a fork it names the join
    that closes it (needed when every branch has a condition). `needs` names fields and document kinds that whoever acts
    must see. An issue step with actions waits for a signature; without, the paper is issued as the token passes.
    """

    key: str
    name: Text
    kind: str
    role: str | None = None
    department: str | None = None
    place: str = "home"
    duty: str | None = None
    assignment: str = "queue"
    blind: bool = False
    not_same_as: tuple[str, ...] = ()
    promise: Promise | None = None
    branches: tuple[Branch, ...] = ()
    next: str | None = None
    fee_set: str | None = None
    paper: str | None = None
    ends: str | None = None
    escalate: Escalation | None = None
    actions: tuple[StepAction, ...] = ()
    needs: tuple[str, ...] = ()

    def action(self, key: str) -> StepAction | None:
        """The action of that key, or None."""
        return next((a for a in self.actions if a.key == key), None)


@dataclass(frozen=True, slots=True)
class Flow:
    """Steps by key, in the order the line of the flow shows them."""

    start: str
    steps: dict[str, Step]


@dataclass(frozen=True, slots=True)
class Output:
    """The document that comes out. `kind` is what an issue step's `paper` names; `series` numbers it gaplessly.

    It holds for `validity_days`, or as `validity` says: a number of days, or the last day. Neither: without end.
    """

    kind: str
    name: Text
    series: str
    validity_days: int | None = None
    source: str = ""
    illustrative: bool = False
    validity: Expr | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for return or rejection, with the law it rests on."""

    key: str
    text: Text
    law: Text | None = None


@dataclass(frozen=True, slots=True)
class ServiceDefinition:
    """One service, whole. `level` says whose it is; `life_events` at which moments of a life people look for it."""

    key: str
    name: Text
    summary: Text
    department: str
    law: Law
    offered_by: tuple[str, ...]
    channels: tuple[str, ...]
    applicants: tuple[str, ...]
    flow: Flow
    fields: tuple[Field, ...] = ()
    documents: tuple[DocumentKind, ...] = ()
    fee_sets: dict[str, FeeSet] = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    output: Output | None = None
    reasons: tuple[Reason, ...] = ()
    eligibility: tuple[Text, ...] = ()
    keywords: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    illustrative: bool = False
    level: str = "district"
    life_events: tuple[str, ...] = ()
    rates: tuple[Rate, ...] = ()
    asked: tuple[str, ...] = ()

    def step(self, key: str) -> Step:
        """The step of that key; KeyError when the flow has none."""
        return self.flow.steps[key]

    def reason(self, key: str) -> Reason | None:
        """The reason of that key, or None."""
        return next((r for r in self.reasons if r.key == key), None)


def read(tree: dict[str, Any]) -> ServiceDefinition:
    """The definition a plain tree holds: keys are the field names above, expressions are texts or `{"text", "tree"}`.

    Members of `fee_sets` and `flow.steps` may leave out `key`: the key they stand under is theirs.
    Raises `tree.Misshapen` (a ValueError that says where) when the tree is not one.
    """
    service: ServiceDefinition = build(ServiceDefinition, tree)
    return service


def to_tree(service: ServiceDefinition) -> dict[str, Any]:
    """The JSON tree of a definition; `read(to_tree(x)) == x`."""
    tree: dict[str, Any] = unbuild(service)
    return tree
