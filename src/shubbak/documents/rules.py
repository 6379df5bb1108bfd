"""Who may do what to a paper."""

from __future__ import annotations

from shubbak.kernel.actor import Actor, ActorKind, Role
from shubbak.places import queries as places

from .models import Paper


def may_turn(actor: Actor, paper: Paper) -> bool:
    """Suspending, reinstating and revoking is for the head of the unit that issued it, with a second factor."""
    if actor.kind == ActorKind.SYSTEM:
        return True
    return actor.assurance >= 2 and actor.may_act({Role.UNIT_HEAD}, places.unit(paper.unit).path)
