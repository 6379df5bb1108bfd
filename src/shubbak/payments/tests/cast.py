"""Who stands in these tests, where, and what they charge."""

from __future__ import annotations

import uuid

from shubbak.flow.fees import FeeLineDue
from shubbak.flow.words import Text
from shubbak.kernel.actor import Actor, ActorKind, Grant, Role
from shubbak.kernel.money import Money
from shubbak.places.queries import unit

UNIT = "0402"
ELSEWHERE = "0401"


def staff(*roles: Role, within: str = UNIT) -> Actor:
    """Somebody who holds these roles in a unit."""
    grants = tuple(Grant(role, unit(within).path) for role in roles)
    return Actor(id=uuid.uuid4(), kind=ActorKind.STAFF, grants=grants, assurance=2)


def fee(pounds: str, number: int = 1) -> FeeLineDue:
    """A fee credited to settlement code 4201, 4202, ..."""
    label = Text("رسم", "Fee")
    return FeeLineDue(f"fee{number}", label, Money.parse(pounds), settlement_code=f"420{number}")
