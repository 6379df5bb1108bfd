"""Have this year's signing key, and have its public half known."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from cryptography.hazmat.primitives.asymmetric import ec

from ..models import SigningKey
from ..permits import vault

OVERLAP = timedelta(days=90)
_known: set[bytes] = set()


def ensure_signing_key(year: int) -> ec.EllipticCurvePrivateKey:
    """The private key that signs the permits of `year`; its public half is registered once, by whoever signs first."""
    key = vault.signer(year)
    public = vault.spki(key)
    kid = vault.kid(public)
    if kid not in _known:
        begin = datetime(year, 1, 1, tzinfo=timezone.utc)
        end = datetime(year + 1, 1, 1, tzinfo=timezone.utc)
        SigningKey.objects.bulk_create(
            [SigningKey(kid=kid, spki=public, use="paper", not_before=begin - OVERLAP, not_after=end + OVERLAP)],
            ignore_conflicts=True,
        )
        if SigningKey.objects.filter(kid=kid).exists():
            _known.add(kid)
    return key


def forget() -> None:
    """Look again next time: for a process whose database was put back."""
    _known.clear()
