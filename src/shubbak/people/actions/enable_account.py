"""Enable a disabled account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Account, Staff
from ..rules import may_run_staff


@whole
def enable_account(*, by: Actor, staff: Staff) -> None:
    """She may sign in again with the password and the second factor she had; her old tokens stay revoked."""
    if not may_run_staff(by, places.unit(staff.unit_id).path):
        raise NotThere("staff", _("There is no such member of staff."))
    Account.objects.filter(staff=staff).update(is_active=True)
    record(by=by, act="people.account_enabled", subject="staff", subject_id=staff.pk, unit=staff.unit_id)
