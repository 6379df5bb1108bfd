"""Where somebody works: the units in which she holds a role."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from shubbak.kernel.actor import Actor, Role
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

CLERK = (Role.CLERK,)
CASHIER = (Role.CASHIER,)
SUPERVISORS = (Role.CENTRE_MANAGER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
WATCHERS = (*SUPERVISORS, Role.AUDITOR)
"""Who reads the day's money; the auditor changes nothing."""


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    return request.actor  # type: ignore[attr-defined, no-any-return]


def units_of(request: HttpRequest, *roles: Role) -> list[PlaceView]:
    """The units in which she holds one of `roles`, her own unit first; 404 when there is none."""
    actor = actor_of(request)
    own = getattr(getattr(request, "staff", None), "unit_id", "")
    found = [unit for unit in places.units() if actor.may_act(roles, unit.path)]
    if not found:
        raise Http404
    return sorted(found, key=lambda unit: (unit.code != own, unit.path))


def chosen_unit(request: HttpRequest, *roles: Role, code: str = "") -> PlaceView:
    """The unit of that code if she holds the role there, else her own."""
    found = units_of(request, *roles)
    return next((unit for unit in found if unit.code == code), found[0])
