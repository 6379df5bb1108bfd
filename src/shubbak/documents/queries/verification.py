"""Is this permit ours, and is it in force?"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from shubbak.kernel import clock

from ..models import Paper
from ..permits.claims import PermitClaims
from ..permits.cose import Forged
from ..permits.token import read_token
from ..states import PaperStatus
from .keys import public_key


@dataclass(frozen=True, slots=True)
class Verification:
    """`state`: valid, expired, suspended, revoked; unknown (signed by us, not in the register); forged (not ours)."""

    state: str
    claims: PermitClaims | None
    paper: Paper | None = None


def verify(token: str) -> Verification:
    """What a token is worth now. Two statements; nothing is written; a token that is not exactly ours is forged."""
    try:
        claims, _kid = read_token(token, keys=public_key)
    except Forged:
        return Verification("forged", None)
    paper = Paper.objects.filter(status_list_id=claims.status_list, status_index=claims.status_index).first()
    if paper is None or not hmac.compare_digest(paper.token, token):
        return Verification("unknown", claims)
    if paper.status != PaperStatus.VALID:
        return Verification(paper.status, claims, paper)
    if claims.expires_at is not None and claims.expires_at <= clock.now():
        return Verification("expired", claims, paper)
    return Verification("valid", claims, paper)
