"""Who may change places."""

from __future__ import annotations

from shubbak.kernel.actor import Actor, ActorKind, Role

COUNTRY = "EG/"


def may_change_country(actor: Actor) -> bool:
    """The calendar and the tree of units are the whole country's: its administrators, and the system at start."""
    return actor.kind is ActorKind.SYSTEM or actor.may_act({Role.ADMINISTRATOR}, COUNTRY)


def may_open_centre(actor: Actor, path: str) -> bool:
    """Administrators of the unit, or of one above it."""
    return actor.kind is ActorKind.SYSTEM or actor.may_act({Role.ADMINISTRATOR}, path)
