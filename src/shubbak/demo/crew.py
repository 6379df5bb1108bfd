"""The staff at hand: who acts for a role at a place."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from shubbak.kernel.actor import Actor, Role
from shubbak.people.queries import actor_of_staff

from .troupe import everybody


class Crew:
    """Actors by role and unit, with their second factor given; asked of the database once."""

    @cached_property
    def actors(self) -> dict[tuple[Role, str], Actor]:
        return {(member.role, member.unit): actor_of_staff(member.number) for member in everybody()}

    @cached_property
    def by_id(self) -> dict[UUID, Actor]:
        return {actor.id: actor for actor in self.actors.values()}

    def of(self, role: Role | str, unit: str) -> Actor:
        """Whoever holds this role at this unit."""
        return self.actors[Role(role), unit]

    def whoever(self, role: str, unit: str, assignee: UUID | None) -> Actor | None:
        """The one a task was given to, else whoever holds its role there; nobody of ours when it is a stranger's."""
        return self.by_id.get(assignee) if assignee else self.actors.get((Role(role), unit))
