"""Who is asking: built once a request by `people`, understood by every floor."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff may be, somewhere, for some time."""

    CLERK = "clerk"
    CASHIER = "cashier"
    REVIEWER = "reviewer"
    INSPECTOR = "inspector"
    DEPARTMENT_HEAD = "department_head"
    UNIT_HEAD = "unit_head"
    AGENCY_REVIEWER = "agency_reviewer"
    ARCHIVIST = "archivist"
    CENTRE_MANAGER = "centre_manager"
    ANALYST = "analyst"
    AUDITOR = "auditor"
    DESIGNER = "designer"
    ADMINISTRATOR = "administrator"


class ActorKind(StrEnum):
    """On whose behalf something is done."""

    STAFF = "staff"
    CITIZEN = "citizen"
    SYSTEM = "system"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held over a unit and all below it, in one department or (None) in every department.

    `path` is the unit's path, with a slash at its end, so that "inside" is a plain prefix.
    """

    role: Role
    path: str
    department: str | None = None

    def covers(self, path: str, department: str | None = None) -> bool:
        """Whether a place (and a department, when one is named) lies within this grant."""
        return path.startswith(self.path) and (
            self.department is None or department is None or self.department == department
        )


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `id` is the staff member's, the citizen account's or the system's key; grants are those in force today.

    `assurance` is 1 after a password, 2 after a second factor; `sleeping` are grants that wait for that factor: they
    allow nothing, but what a holder of them must not see she does not see without it either.
    """

    id: uuid.UUID
    kind: ActorKind
    grants: tuple[Grant, ...] = field(default=())
    assurance: int = 1
    sleeping: tuple[Grant, ...] = field(default=())

    def holds(self, *roles: Role) -> bool:
        """Whether one of `roles` is held anywhere."""
        return any(grant.role in roles for grant in self.grants)

    def may_act(self, roles: Iterable[Role], path: str, department: str | None = None) -> bool:
        """Whether one of `roles` is held over this place and department."""
        wanted = set(roles)
        return any(grant.role in wanted and grant.covers(path, department) for grant in self.grants)

    def paths(self, *roles: Role) -> tuple[str, ...]:
        """Where any of `roles` is held; with no role named, where any is."""
        return tuple(sorted({g.path for g in self.grants if not roles or g.role in roles}))


SYSTEM = Actor(id=uuid.UUID(int=0), kind=ActorKind.SYSTEM, assurance=2)
STRANGER = Actor(id=uuid.UUID(int=0), kind=ActorKind.STRANGER, assurance=0)

__all__ = ["STRANGER", "SYSTEM", "Actor", "ActorKind", "Grant", "Role"]
