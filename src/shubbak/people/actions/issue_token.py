"""Issue an API token."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import Invalid, NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import queries
from ..models import ApiToken, Staff
from ..rules import needs_second_factor
from ..sign_in_settings import TOKEN_HOURS_AT_MOST

PREFIX = "shubbak_"


@whole
def issue_token(*, by: Actor, staff: Staff, hours: int, label: str = "") -> str:
    """A bearer token for herself (or, by the system, for her): shown once, kept as a digest, dead after `hours`.

    NotNow when she holds a role that needs a second factor and has none, or asks without having given it.
    """
    if by.kind is not ActorKind.SYSTEM and by.id != staff.pk:
        raise NotThere("staff", _("There is no such member of staff."))
    if not 1 <= hours <= TOKEN_HOURS_AT_MOST:
        raise Invalid("hours", _("A token lives 1 to %(hours)s hours.") % {"hours": TOKEN_HOURS_AT_MOST})
    raw = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken(staff=staff, digest=queries.token_digest(raw), label=label[:80], created_by=by.id)
    token.assurance = _assurance(by, staff)
    token.created_at, token.expires_at = clock.now(), clock.now() + timedelta(hours=hours)
    token.save(force_insert=True)
    facts = {"token": token.pk, "expires_at": token.expires_at}
    record(by=by, act="people.token_issued", subject="staff", subject_id=staff.pk, unit=staff.unit_id, facts=facts)
    return raw


def _assurance(by: Actor, staff: Staff) -> int:
    enrolled = queries.has_second_factor(staff)
    if enrolled and by.assurance >= queries.LEVEL_TWO:
        return queries.LEVEL_TWO
    if any(needs_second_factor(role) for role in queries.roles_of(staff)):
        message = _("Your roles need a second factor. Sign in with it first, or set one up under your security page.")
        raise NotNow("second_factor_missing", message)
    return 1
