"""Give a member of staff a second factor before she first signs in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ...models import Staff


@whole
def enrol_totp(*, by: Actor, staff: Staff) -> str:
    """A new authenticator secret (Base32), sealed at rest and returned this once.

    Only the system does it, for the first administrator and the demo's cast: everybody else enrols herself, so that
    nobody ever knows both of another's factors. NotNow when she has an authenticator already.
    """
    if by.kind is not ActorKind.SYSTEM or staff.account is None:
        raise NotThere("staff", _("There is no such member of staff."))
    if Authenticator.objects.filter(user=staff.account, type=Authenticator.Type.TOTP).exists():
        raise NotNow("enrolled", _("She has an authenticator already."))
    secret = generate_totp_secret()
    TOTP.activate(staff.account, secret)
    record(by=by, act="people.factor_added", subject="staff", subject_id=staff.pk, facts={"type": "totp"})
    return secret
