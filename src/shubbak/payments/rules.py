"""Who may do what with money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.places import queries as places

from .states import DENOMINATIONS

SUPERVISORS = (Role.CENTRE_MANAGER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
"""Who receives books, hands them out and voids receipts. None of them collects."""
READERS = (Role.CASHIER, *SUPERVISORS, Role.AUDITOR, Role.ANALYST)

_NOT_HERE = _("There is no such payment in the units you work for.")

M = TypeVar("M", bound=Model)


def may_collect(actor: Actor, unit: str) -> bool:
    """Whether the actor is a cashier of this unit."""
    return actor.may_act((Role.CASHIER,), places.unit(unit).path)


def may_supervise(actor: Actor, unit: str) -> bool:
    """Whether the actor answers for the money of this unit."""
    return actor.may_act(SUPERVISORS, places.unit(unit).path)


def visible_to(actor: Actor, rows: QuerySet[M]) -> QuerySet[M]:
    """Those of `rows` (anything with a `unit`) inside the units whose money the actor may see."""
    inside = [view.code for view in places.units() if actor.may_act(READERS, view.path)]
    return rows.filter(unit__in=inside)


def must_collect(actor: Actor, unit: str) -> None:
    """NotThere unless `may_collect`: another unit's money does not exist for this actor."""
    if not may_collect(actor, unit):
        raise NotThere("not_there", _NOT_HERE)


def must_supervise(actor: Actor, unit: str) -> None:
    """NotThere unless `may_supervise`."""
    if not may_supervise(actor, unit):
        raise NotThere("not_there", _NOT_HERE)


def counted(count: Mapping[int, int]) -> Money:
    """What `{denomination in piastres: how many}` comes to; Invalid for what is no denomination or no count."""
    if any(note not in DENOMINATIONS or number < 0 for note, number in count.items()):
        raise Invalid("count", _("Count each banknote and coin: whole numbers, from 200 pounds down to the quarter."))
    return Money(sum(note * number for note, number in count.items()))
