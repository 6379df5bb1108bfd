"""End a role."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Holding
from ..rules import may_run_staff


@whole
def end_role(*, by: Actor, holding: Holding) -> None:
    """She no longer holds it at her next request; a role that was still to begin never begins."""
    if not may_run_staff(by, places.unit(holding.unit_id).path):
        raise NotThere("role", _("There is no such role."))
    today = clock.today()
    open_ones = Holding.objects.filter(Q(until=None) | Q(until__gt=today), pk=holding.pk)
    if not open_ones.filter(since__lte=today).update(until=today):
        open_ones.update(since=today, until=today)
    facts = {"role": holding.role, "department": holding.department_id or ""}
    record(
        by=by, act="people.role_ended", subject="staff", subject_id=holding.staff_id, unit=holding.unit_id, facts=facts
    )
