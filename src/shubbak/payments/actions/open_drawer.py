"""Open a cashier's drawer for a shift."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotNow
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Drawer
from ..rules import counted, must_collect


@whole
def open_drawer(*, by: Actor, unit: str, count: Mapping[int, int]) -> Drawer:
    """An open drawer for the cashier `by`; `count` is the float, `{denomination in piastres: how many}`.

    NotNow while the cashier has another open, in any unit; Invalid for an unknown denomination or a negative count.
    """
    must_collect(by, unit)
    opening = counted(count)
    try:
        with transaction.atomic():
            drawer = Drawer.objects.create(
                staff_id=by.id,
                unit=unit,
                governorate=places.unit(unit).governorate,
                opened_at=clock.now(),
                opening=opening.piastres,
                opening_count={str(note): number for note, number in count.items() if number},
            )
    except IntegrityError:
        raise NotNow("drawer_open", _("You have a drawer open already. Close it before you open another.")) from None
    facts = {"opening": opening.piastres}
    record(by=by, act="payments.drawer_opened", subject="drawer", subject_id=drawer.id, unit=unit, facts=facts)
    return drawer
