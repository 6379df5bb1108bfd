"""The engine: given a definition, where a case stands and what somebody did, it says what happens next. It writes nothing.

A case is a set of tokens. A Plan is the difference one event makes: the caller closes, cancels and opens rows by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from .definition import ServiceDefinition

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


@dataclass(frozen=True, slots=True)
class Plan:
    """What one event changes.

    `closed` is the token acted on and `outcome` what closed it (an action's key, "paid", "issued", "tacit:<limit>", ...);
    `cancelled` lost their sense; `consumed` were parked and a join used them up; `opened` are new (some parked at a join);
    `decision` is a decision made now; `reached` every step entered, in order; `invoices` the fee sets to bill, one for
    each payment token opened; `papers` the outputs to issue now; `ended` says that no token is left.
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


def groups_to_json(groups: tuple[Group, ...]) -> list[list[Any]]:
    """`[["<uuid>", size], ...]`, outermost first."""
    return [[str(group.id), group.size] for group in groups]


def groups_from_json(value: list[list[Any]] | None) -> tuple[Group, ...]:
    """The groups that `groups_to_json` wrote."""
    return tuple(Group(UUID(str(identifier)), int(size)) for identifier, size in value or ())


def start(service: ServiceDefinition, facts: Facts) -> Plan:
    """Registration: open the flow at its first step. A payment step whose fees come to nothing lets the token pass."""
    raise NotImplementedError


def act(service: ServiceDefinition, position: Position, token_id: UUID, action_key: str, facts: Facts) -> Plan:
    """A person's action. NotNow when the token is gone or the action would contradict the decision; NotThere when the
    step has no such action."""
    raise NotImplementedError


def paid(service: ServiceDefinition, position: Position, token_id: UUID, facts: Facts) -> Plan:
    """The payment a token waited for is in: it goes on."""
    raise NotImplementedError


def issued(service: ServiceDefinition, position: Position, token_id: UUID, facts: Facts) -> Plan:
    """The issue step a token waited at is done without an action of a person: its paper is issued and it goes on."""
    raise NotImplementedError


def tacit(service: ServiceDefinition, position: Position, limit_key: str, facts: Facts) -> Plan:
    """Silence spoke: the limit's decision stands and the case goes on at the step it names. Never a payment or a paper."""
    raise NotImplementedError


def withdraw(service: ServiceDefinition, position: Position, facts: Facts) -> Plan:
    """The applicant takes the case back: possible until it ended."""
    raise NotImplementedError


def lapse(service: ServiceDefinition, position: Position, facts: Facts) -> Plan:
    """What was asked of the citizen never came: the case ends as lapsed."""
    raise NotImplementedError
