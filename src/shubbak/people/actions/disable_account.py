"""Disable an account."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Account, ApiToken, Staff
from ..rules import may_run_staff


@whole
def disable_account(*, by: Actor, staff: Staff) -> None:
    """She is signed out everywhere, her tokens are revoked, and she cannot sign in until the account is enabled."""
    if not may_run_staff(by, places.unit(staff.unit_id).path):
        raise NotThere("staff", _("There is no such member of staff."))
    Account.objects.filter(staff=staff).update(is_active=False)
    ApiToken.objects.filter(staff=staff, revoked_at=None).update(revoked_at=clock.now())
    seen = UserSession.objects.filter(user_id=staff.account_id)
    Session.objects.filter(pk__in=seen.values("session_key")).delete()
    seen.delete()
    record(by=by, act="people.account_disabled", subject="staff", subject_id=staff.pk, unit=staff.unit_id)
