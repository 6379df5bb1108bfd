"""Say of a signing key that it fell into other hands."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import SigningKey
from ..states import KeyStatus


@whole
def condemn_key(*, by: Actor, kid: bytes, since: datetime) -> None:
    """From `since` on nothing this key signed is believed; older papers only when they stand in the register."""
    found = by.holds(Role.ADMINISTRATOR) and SigningKey.objects.filter(kid=kid, use="paper").update(
        status=KeyStatus.COMPROMISED, bad_since=since
    )
    if not found:
        raise NotThere("no_such_key", _("There is no such key."))
    facts = {"kid": kid, "since": since}
    record(by=by, act="documents.key_condemned", subject="signing_key", subject_id=None, facts=facts)
