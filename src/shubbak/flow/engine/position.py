"""Where a case stands, and the difference one event makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """The tokens one passage through a fork opened: how many must arrive before its join lets the flow go on."""

    id: UUID
    size: int


@dataclass(frozen=True, slots=True)
class Token:
    """Where the case stands. `groups` from the outermost fork to the innermost; store it with `groups_to_json`."""

    id: UUID
    step: str
    parked: bool = False
    groups: tuple[Group, ...] = ()

    @property
    def group(self) -> UUID | None:
        """The innermost group's id."""
        return self.groups[-1].id if self.groups else None

    @property
    def group_size(self) -> int:
        """The innermost group's size; 0 outside every fork."""
        return self.groups[-1].size if self.groups else 0


Opened = Token


@dataclass(frozen=True, slots=True)
class Position:
    """A running case: its state, its open and parked tokens, the decision so far."""

    state: str
    tokens: tuple[Token, ...]
    decision: str | None = None

    def token(self, token_id: UUID) -> Token | None:
        """The token of that id, or None when it is gone."""
        return next((token for token in self.tokens if token.id == token_id), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """What one event changes.

    `closed` is the token acted on (None when the act leaves it where it stands) and `outcome` what happened: an
    action's key, "paid", "issued", "tacit:<limit>", "withdrawn", "lapsed". `cancelled` tokens lost their sense;
    `consumed` were parked and a join used them up; `opened` are new, some parked at a join. `decision` is one made now;
    `reached` names every step entered, in order; `invoices` the fee sets to bill, one for each payment token opened, in
    their order; `papers` the outputs to issue now; `ended` says that no token is left.
    """

    closed: UUID | None
    outcome: str
    state: str
    cancelled: tuple[UUID, ...] = ()
    consumed: tuple[UUID, ...] = ()
    opened: tuple[Opened, ...] = ()
    decision: str | None = None
    reached: tuple[str, ...] = ()
    invoices: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    ended: bool = False


def after(position: Position, plan: Plan) -> Position:
    """Where the case stands once the plan is carried out."""
    gone = {plan.closed, *plan.cancelled, *plan.consumed}
    kept = tuple(token for token in position.tokens if token.id not in gone)
    return Position(plan.state, (*kept, *plan.opened), plan.decision or position.decision)


def groups_to_json(groups: tuple[Group, ...]) -> list[list[Any]]:
    """`[["<uuid>", size], ...]`, outermost first."""
    return [[str(group.id), group.size] for group in groups]


def groups_from_json(value: list[list[Any]] | None) -> tuple[Group, ...]:
    """The groups that `groups_to_json` wrote."""
    return tuple(Group(UUID(str(identifier)), int(size)) for identifier, size in value or ())
