"""What people are about to do, in their words, and which services that calls for: the front page's way in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing a person sets out to do. `services` are keys of the catalogue, in the order they are usually needed."""

    key: str
    label: Any
    hint: Any
    services: tuple[str, ...]


OCCASIONS = (
    Occasion(
        "build",
        _("Build or alter"),
        _("Site validity, building, demolition, occupancy"),
        ("site-validity", "building-permit", "demolition", "occupancy-certificate"),
    ),
    Occasion(
        "shop",
        _("Open a shop"),
        _("Licence, notification, signboard"),
        ("shop-licence", "shop-notification", "advertisement"),
    ),
    Occasion(
        "connect",
        _("Connect utilities"),
        _("Water, power, gas, for a building"),
        ("utility-connection", "site-validity"),
    ),
    Occasion("street", _("Use the street"), _("Occupying a road, signboards"), ("road-occupancy", "advertisement")),
    Occasion("settle", _("Settle a violation"), _("Reconciliation for building works"), ("reconciliation",)),
    Occasion("copy", _("Get a copy of a paper"), _("An extract of a permit issued before"), ("permit-copy",)),
    Occasion(
        "complain",
        _("Complain or report"),
        _("It reaches whoever answers for it, and you are answered"),
        ("complaint",),
    ),
)


def occasion(key: str) -> Occasion | None:
    """The occasion of that key, or None."""
    return next((one for one in OCCASIONS if one.key == key), None)
