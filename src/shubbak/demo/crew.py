"""The staff at hand: who acts for a role at a place."""

from __future__ import annotations

from uuid import UUID

from shubbak.kernel.actor import Actor, Role
from shubbak.people.queries import actor_of_staff

from .troupe import everybody


class Crew:
    """Actors by role and unit, with their second factor given; each asked of the database once."""

    def __init__(self) -> None:
        self.numbers = {(member.role, member.unit): member.number for member in everybody()}
        self.actors: dict[tuple[Role, str], Actor] = {}

    def of(self, role: Role | str, unit: str) -> Actor:
        """Whoever holds this role at this unit; KeyError when nobody of the cast does."""
        key = Role(role), unit
        if key not in self.actors:
            self.actors[key] = actor_of_staff(self.numbers[key])
        return self.actors[key]

    def whoever(self, role: str, unit: str, assignee: UUID | None) -> Actor | None:
        """Whoever holds the role there; nobody when the task was given to somebody outside the cast."""
        actor = self.of(role, unit)
        return actor if assignee in (None, actor.id) else None
