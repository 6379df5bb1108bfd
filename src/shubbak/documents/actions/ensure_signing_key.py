"""Have the public halves of this installation's keys known to everybody."""

from __future__ import annotations

from ..models import SigningKey
from ..permits import vault


def ensure_signing_key(year: int) -> None:
    """Register the root and the signing key of `year`, once each; whoever comes second changes nothing."""
    own = [vault.published_root(), vault.published_signer(year)]
    SigningKey.objects.bulk_create(
        [SigningKey(kid=k.kid, spki=k.spki, use=k.use, not_before=k.not_before, not_after=k.not_after) for k in own],
        ignore_conflicts=True,
    )
