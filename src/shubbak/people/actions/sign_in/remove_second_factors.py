"""Take away a lost second factor."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere, NotYours
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ...models import Staff
from ...rules import may_run_staff


@whole
def remove_second_factors(*, by: Actor, staff: Staff) -> None:
    """Her authenticator, passkeys and recovery codes are gone; she enrols anew after signing in by password.

    Until then the roles that need a second factor sleep. Nobody does this to herself.
    """
    if not may_run_staff(by, places.unit(staff.unit_id).path):
        raise NotThere("staff", _("There is no such member of staff."))
    if by.id == staff.pk:
        raise NotYours("own_factor", _("Ask another administrator to take away your second factor."))
    Authenticator.objects.filter(user_id=staff.account_id).delete()
    record(by=by, act="people.factors_removed", subject="staff", subject_id=staff.pk, unit=staff.unit_id)
