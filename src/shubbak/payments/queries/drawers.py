"""Drawers, open and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shubbak.kernel.actor import Actor
from shubbak.kernel.money import Money

from ..models import Drawer
from ..rules import visible_to


@dataclass(frozen=True, slots=True)
class DrawerView:
    """A shift of a cashier; what is counted, expected and different is None while it is open."""

    id: UUID
    staff_id: UUID
    unit: str
    opened_at: datetime
    opening: Money
    closed_at: datetime | None
    expected: Money | None
    counted: Money | None
    difference: Money | None
    reason: str


def open_drawer(*, staff_id: UUID, unit: str = "") -> DrawerView | None:
    """The drawer this cashier has open, anywhere or in one unit."""
    rows = Drawer.objects.filter(staff_id=staff_id, closed_at=None)
    found = (rows.filter(unit=unit) if unit else rows).first()
    return _view(found) if found else None


def drawer(by: Actor, drawer_id: UUID) -> DrawerView | None:
    """One drawer, if the actor may see its money."""
    found = visible_to(by, Drawer.objects.filter(id=drawer_id)).first()
    return _view(found) if found else None


def drawers(by: Actor, *, staff_id: UUID | None = None, limit: int = 30) -> list[DrawerView]:
    """The latest drawers the actor may see, open ones first."""
    rows = visible_to(by, Drawer.objects.all())
    if staff_id:
        rows = rows.filter(staff_id=staff_id)
    return [_view(row) for row in rows.order_by("-opened_at")[:limit]]


def _view(row: Drawer) -> DrawerView:
    return DrawerView(
        id=row.id,
        staff_id=row.staff_id,
        unit=row.unit,
        opened_at=row.opened_at,
        opening=Money(row.opening),
        closed_at=row.closed_at,
        expected=None if row.expected is None else Money(row.expected),
        counted=None if row.counted is None else Money(row.counted),
        difference=None if row.counted is None else Money(row.difference),
        reason=row.reason,
    )
