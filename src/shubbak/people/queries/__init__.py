"""Questions about people: they never write."""

from .actors import (
    Presence,
    actor_of,
    actor_of_staff,
    actor_of_token,
    presence_of,
    qualified,
    staff_names,
)

__all__ = [
    "Presence",
    "actor_of",
    "actor_of_staff",
    "actor_of_token",
    "presence_of",
    "qualified",
    "staff_names",
]
