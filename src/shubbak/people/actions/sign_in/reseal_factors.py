"""Carry second factors over to the newest key."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt

from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

_SEALED = ("secret", "seed")


@whole
def reseal_factors(*, by: Actor) -> int:
    """Seal every authenticator secret and recovery seed anew, and say how many: about one a member of staff."""
    if by.kind is not ActorKind.SYSTEM:
        raise NotThere("keys", "")
    rows = [row for row in Authenticator.objects.select_for_update() if set(_SEALED) & set(row.data)]
    for row in rows:
        row.data.update({key: encrypt(decrypt(row.data[key])) for key in _SEALED if key in row.data})
    Authenticator.objects.bulk_update(rows, ["data"])
    record(by=by, act="people.factors_resealed", subject="keys", subject_id=None, facts={"count": len(rows)})
    return len(rows)
