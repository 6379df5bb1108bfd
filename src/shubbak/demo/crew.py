"""The staff at hand: who acts for a role at a place."""

from __future__ import annotations

from shubbak.cases.states import opposed
from shubbak.kernel.actor import Actor, Role
from shubbak.people.queries import actor_of_staff

from .standing import OpenTask, acts_on
from .troupe import Member, everybody


class Crew:
    """Actors by role and unit, with their second factor given; each asked of the database once."""

    def __init__(self) -> None:
        self.members: dict[tuple[Role, str], list[tuple[Member, str | None]]] = {}
        for member in everybody():
            for unit, department in member.over:
                self.members.setdefault((member.role, unit), []).append((member, department))
        self.actors: dict[str, Actor] = {}

    def of(self, role: Role | str, unit: str) -> Actor:
        """Whoever holds this role at this unit in every department; KeyError when nobody of the cast does."""
        return self._actor(next(one for one, department in self.members[Role(role), unit] if department is None))

    def whoever(self, task: OpenTask) -> Actor | None:
        """Who may do the task: whom it was given to, else one whom nothing that she did on the case keeps from it.

        Nobody, when it was given to somebody outside the cast or all were kept from it.
        """
        hands = self._hands(task)
        if task.assignee_id is not None:
            return next((actor for actor in hands if actor.id == task.assignee_id), None)
        free = hands if len(hands) == 1 else _not_kept(hands, task)
        if not free:
            return None
        return free[-1] if task.definition.duty == "approve" else free[0]

    def _hands(self, task: OpenTask) -> list[Actor]:
        """All who hold the task's role there: first those whose department it is, then those of every department."""
        wanted = self.members.get((Role(task.role), task.unit), ())
        fitting = [(department is None, one) for one, department in wanted if department in (None, task.department)]
        return [self._actor(one) for _, one in sorted(fitting, key=lambda pair: pair[0])]

    def _actor(self, member: Member) -> Actor:
        if member.number not in self.actors:
            self.actors[member.number] = actor_of_staff(member.number)
        return self.actors[member.number]


def _not_kept(hands: list[Actor], task: OpenTask) -> list[Actor]:
    """Those whose earlier acts on the case stand in no opposition to this step, in either direction."""
    step, steps = task.definition, task.service.flow.steps
    apart = opposed(step.duty or "")
    kept = {
        by
        for by, at, duty in acts_on(task.case_id)
        if duty in apart or at in step.not_same_as or (at in steps and step.key in steps[at].not_same_as)
    }
    return [actor for actor in hands if actor.id not in kept]
