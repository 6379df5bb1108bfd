"""What the bar of every page of the counter shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Role

from .where import CASHIER, CLERK, SUPERVISORS, WATCHERS, actor_of

ROOMS: tuple[tuple[tuple[Role, ...], str, Any], ...] = (
    (CLERK, "counter:window", _("Window")),
    (CLERK, "counter_cases:find", _("Find a case")),
    (CASHIER, "counter_cashier:collecting", _("Cash desk")),
    (CASHIER, "counter_cashier:drawer", _("My drawer")),
    (WATCHERS, "counter_cashier:day", _("The day")),
    (SUPERVISORS, "counter_cashier:books", _("Receipt books")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """One room."""

    label: Any
    href: str
    on: bool


def links(request: HttpRequest) -> list[Link]:
    """The rooms in which this actor has something to do."""
    actor = actor_of(request)
    return [
        Link(label, reverse(name), request.path == reverse(name)) for roles, name, label in ROOMS if actor.holds(*roles)
    ]
