"""What a verifier without a network needs: the keys, vouched for by the root, and the status lists, signed."""

from __future__ import annotations

import base64
import zlib
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from shubbak.kernel import clock

from ..models import Paper, SigningKey, StatusList
from ..permits import cose, vault
from ..permits.domain import ISSUER_KEYS, ISSUER_STATUS, TTL_CLAIM, host
from ..permits.vault import Published
from ..states import ENTRIES, STATUS_BITS, KeyStatus, PaperStatus

LIST_LIFE = timedelta(hours=48)
LIST_TTL = timedelta(hours=1)
KEYS_LIFE = timedelta(days=30)


def published_keys() -> list[Published]:
    """Every signing key ever used here, oldest first, and this year's before its first signature."""
    rows = {
        bytes(r.kid): Published(bytes(r.kid), bytes(r.spki), r.use, r.not_before, r.not_after, r.status, r.bad_since)
        for r in SigningKey.objects.filter(use="paper")
    }
    own = vault.published_signer(clock.now().year)
    return sorted(({own.kid: own} | rows).values(), key=lambda k: (k.not_before, k.kid))


def key_list() -> dict[str, str]:
    """`{"root": spki, "list": COSE_Sign1}`, both base64url: what `verify.js` keeps to verify without a network.

    The list is signed by the root and claims `{1: issuer, 4: exp, 6: iat, -70003: [{0: kid, 1: spki, 2: use, 3: not
    before, 4: not after, 5: status, 6: bad since}]}`, times in seconds, 0 for none.
    """
    now = clock.now()
    claimed = {
        1: host(),
        4: int((now + KEYS_LIFE).timestamp()),
        6: int(now.timestamp()),
        ISSUER_KEYS: [_listed(key) for key in published_keys()],
    }
    root, public = vault.root(), vault.published_root()
    return {"root": _b64(public.spki), "list": _b64(cose.sign(claimed, key=root, kid=public.kid))}


def jwks() -> dict[str, Any]:
    """The keys that are to be believed, as a JSON Web Key Set (RFC 7517)."""
    return {"keys": [_jwk(key) for key in published_keys() if key.status == KeyStatus.ACTIVE]}


def status_list(list_id: str) -> bytes | None:
    """The signed list `{1: issuer, 4: exp, 6: iat, 65534: ttl, -70002: {0: id, 1: bits, 2: zlib}}`, or None.

    Two bits an entry, the first entry in the lowest bits: 0 valid, 1 revoked, 2 suspended.
    """
    if not StatusList.objects.filter(pk=list_id).exists():
        return None
    bits = bytearray(ENTRIES // 4)
    rows = Paper.objects.filter(status_list_id=list_id).exclude(status=PaperStatus.VALID)
    for index, status in rows.values_list("status_index", "status"):
        if index is not None:
            bits[index // 4] |= STATUS_BITS[PaperStatus(status)] << index % 4 * 2
    now = clock.now()
    claimed = {
        1: host(),
        4: int((now + LIST_LIFE).timestamp()),
        6: int(now.timestamp()),
        TTL_CLAIM: int(LIST_TTL.total_seconds()),
        ISSUER_STATUS: {0: list_id, 1: 2, 2: zlib.compress(bytes(bits), 9)},
    }
    key = vault.signer(now.year)
    return cose.sign(claimed, key=key, kid=vault.kid(vault.spki(key)))


def _listed(key: Published) -> dict[int, Any]:
    return {
        0: key.kid,
        1: key.spki,
        2: key.use,
        3: int(key.not_before.timestamp()),
        4: int(key.not_after.timestamp()),
        5: str(key.status),
        6: int(key.bad_since.timestamp()) if key.bad_since else 0,
    }


def _jwk(key: Published) -> dict[str, str]:
    public = load_der_public_key(key.spki)
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise TypeError("a signing key is on a curve")
    point = public.public_numbers()
    fixed = {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": key.kid.hex()}
    return fixed | {"x": _b64(point.x.to_bytes(32, "big")), "y": _b64(point.y.to_bytes(32, "big"))}


def _b64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")
