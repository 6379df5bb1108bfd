"""Count and close a cashier's drawer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Drawer, Receipt
from ..rules import counted, may_supervise
from ..states import AccountKind, EntryKind, Means, ReceiptState
from .post import post


@whole
def close_drawer(*, by: Actor, drawer_id: UUID, count: Mapping[int, int], reason: str = "") -> Drawer:
    """The drawer, closed: by its own cashier, or by a supervisor for a cashier who left.

    A difference between what is counted and what should be there needs a reason, and is posted to its own account.
    """
    drawer = Drawer.objects.select_for_update().filter(id=drawer_id).first()
    if drawer is None or not (drawer.staff_id == by.id or may_supervise(by, drawer.unit)):
        raise NotThere("not_there", _("There is no such drawer."))
    if drawer.closed_at is not None:
        raise NotNow("drawer_closed", _("This drawer is closed already."))
    held, reason = counted(count), visible(reason)
    expected = Money(drawer.opening) + _cash(drawer)
    if held != expected and not reason:
        raise _unexplained(held, expected)
    drawer.closed_at = clock.now()
    drawer.expected, drawer.counted, drawer.reason = expected.piastres, held.piastres, reason
    drawer.closing_count = {str(note): number for note, number in count.items() if number}
    Drawer.objects.filter(id=drawer.id).update(
        closed_at=drawer.closed_at,
        expected=drawer.expected,
        counted=drawer.counted,
        closing_count=drawer.closing_count,
        reason=reason,
    )
    if drawer.difference:
        _post_difference(by, drawer, drawer.closed_at)
    facts = {"expected": expected.piastres, "counted": held.piastres}
    record(by=by, act="payments.drawer_closed", subject="drawer", subject_id=drawer.id, unit=drawer.unit, facts=facts)
    return drawer


def _cash(drawer: Drawer) -> Money:
    rows = Receipt.objects.filter(drawer=drawer, state=ReceiptState.ISSUED, means=Means.CASH)
    return Money(int(rows.aggregate(held=Sum("amount"))["held"] or 0))


def _unexplained(held: Money, expected: Money) -> Invalid:
    message = _("You counted %(held)s but %(expected)s should be here. Count again, or write the reason.") % {
        "held": held,
        "expected": expected,
    }
    return Invalid("difference", message, faults=[Fault("reason", "required", message)])


def _post_difference(by: Actor, drawer: Drawer, at: datetime) -> None:
    sides = {(AccountKind.CASH, ""): drawer.difference, (AccountKind.DIFFERENCE, ""): -drawer.difference}
    post(by=by, kind=EntryKind.DRAWER_DIFFERENCE, unit=drawer.unit, subject_id=drawer.id, sides=sides, at=at)
