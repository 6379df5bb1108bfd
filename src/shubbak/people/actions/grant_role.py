"""Give a member of staff a role."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import Invalid, NotThere, NotYours
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Holding, Staff
from ..rules import may_run_staff


@whole
def grant_role(
    *,
    by: Actor,
    staff: Staff,
    role: Role,
    unit: str,
    department: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Holding:
    """A role over a unit and all below it, from `since` (today) up to but without `until` (no end).

    In force at her next request. Granting again what she holds changes nothing. NotYours to oneself; NotThere when the
    unit is outside the actor's grants.
    """
    place = places.unit(unit)
    if not may_run_staff(by, place.path):
        raise NotThere("unit", _("There is no unit with this code. Choose one from the list."))
    if by.id == staff.pk:
        raise NotYours("own_role", _("Nobody gives a role to herself. Ask another administrator."))
    if department is not None and department not in places.departments():
        raise Invalid("unknown_department", _("There is no such department. Choose one from the list."))
    begins = since or clock.today()
    if until is not None and until < begins:
        raise Invalid("until", _("A role ends on the day it begins or later."))
    where = {"staff": staff, "role": Role(role).value, "unit_id": place.code, "department_id": department}
    extra = {"since": begins, "until": until, "granted_by": by.id}
    holding, is_new = (
        Holding.objects.get_or_create(**where, until=None, defaults=extra)
        if until is None
        else (
            Holding.objects.create(**where, **extra),
            True,
        )
    )
    if is_new:
        facts = {"role": Role(role).value, "department": department or "", "since": begins, "until": until or ""}
        record(by=by, act="people.role_granted", subject="staff", subject_id=staff.pk, unit=place.code, facts=facts)
    return holding
