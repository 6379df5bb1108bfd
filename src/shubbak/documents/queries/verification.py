"""Is this paper ours, and is it in force?"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from shubbak.kernel import clock

from ..models import Paper, SigningKey
from ..permits.claims import PermitClaims
from ..permits.cose import Forged
from ..permits.token import check_code, read_token
from ..states import PaperStatus, Standing

SKEW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Verification:
    """`state`: valid, expired, suspended, revoked; unknown (signed by us, not in the register); forged (not ours).

    `claims` are None when forged, `paper` when forged or unknown.
    """

    state: str
    claims: PermitClaims | None = None
    paper: Paper | None = None
    check_code: str = ""


def verify(token: str) -> Verification:
    """What a token is worth now. Two statements, nothing written; a token that is not exactly ours is forged."""
    key: SigningKey | None = None

    def named(kid: bytes) -> ec.EllipticCurvePublicKey | None:
        nonlocal key
        key = SigningKey.objects.filter(kid=kid, use="paper").first()
        return _parsed(bytes(key.spki)) if key is not None else None

    try:
        claims, _ = read_token(token, keys=named)
    except Forged:
        return Verification(Standing.FORGED)
    if key is None or not _believed(key, claims):
        return Verification(Standing.FORGED)
    code = check_code(token)
    paper = Paper.objects.filter(status_list_id=claims.status_list, status_index=claims.status_index).first()
    if paper is None or not hmac.compare_digest(paper.token, token):
        return Verification(Standing.FORGED if key.bad_since else Standing.UNKNOWN, None if key.bad_since else claims)
    return Verification(_standing(paper, claims), claims, paper, code)


def _believed(key: SigningKey, claims: PermitClaims) -> bool:
    """Whether the key was in use, and not yet in other hands, at the moment the claims give as theirs."""
    at = claims.issued_at
    in_use = key.not_before <= at < key.not_after and at <= clock.now() + SKEW
    return in_use and (key.bad_since is None or at < key.bad_since)


def _standing(paper: Paper, claims: PermitClaims) -> Standing:
    if paper.status != PaperStatus.VALID:
        return Standing(paper.status)
    if claims.expires_at is not None and claims.expires_at <= clock.now():
        return Standing.EXPIRED
    return Standing.VALID


@lru_cache(maxsize=64)
def _parsed(spki: bytes) -> ec.EllipticCurvePublicKey:
    key = load_der_public_key(spki)
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise Forged("not a key that signs papers")
    return key
