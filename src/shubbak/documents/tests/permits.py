"""Permits for these tests: claims, keys apart from the installation's, and what a phone keeps of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric import ec

from shubbak.documents.permits import vault
from shubbak.documents.permits.claims import PermitClaims, to_map
from shubbak.documents.permits.token import seal_claims

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CLAIMS = PermitClaims(
    issuer="EG-0402",
    kind="shop-licence",
    number="SL-0402-2026-00012",
    holder="سعاد م. إ.",
    place="حي الأربعين",
    use="مقهى",
    area="80.50",
    issued_at=NOW,
    expires_at=datetime(2031, 11, 20, 22, 0, tzinfo=UTC),
)


def token_of(key: ec.EllipticCurvePrivateKey, **changes: object) -> str:
    """A genuine token of the sample permit."""
    listed = replace(CLAIMS, status_list="04-1", status_index=91_823)
    return seal_claims(to_map(replace(listed, **changes)), key)  # type: ignore[arg-type]


def knows(*keys: ec.EllipticCurvePrivateKey) -> object:
    """What looks up these keys by their id."""
    known = {vault.kid(vault.spki(key)): key.public_key() for key in keys}
    return known.get
