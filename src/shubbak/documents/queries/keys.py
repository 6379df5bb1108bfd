"""What a verifier without a network needs: the keys, vouched for by the root, and the status lists, signed."""

from __future__ import annotations

import base64
import json
import zlib
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key
from django.conf import settings

from shubbak.kernel import clock

from ..actions.ensure_signing_key import ensure_signing_key
from ..models import Paper, SigningKey
from ..states import STATUS_BITS, KeyStatus, PaperStatus
from ..permits import cose, vault
from ..permits.token import LIST_SIZE

TTL = timedelta(hours=1)
LIFE = timedelta(hours=48)


def key_list() -> dict[str, Any]:
    """`{"list": "<base64 of JSON>", "root": spki, "signature": ECDSA-SHA256 over the list's bytes, raw r||s}`."""
    rows = SigningKey.objects.order_by("not_before")
    listed = {
        "iat": int(clock.now().timestamp()),
        "issuer": settings.SHUBBAK_PUBLIC_URL,
        "keys": [
            {
                "kid": bytes(row.kid).hex(),
                "spki": base64.b64encode(bytes(row.spki)).decode(),
                "use": row.use,
                "nbf": int(row.not_before.timestamp()),
                "naf": int(row.not_after.timestamp()),
                "status": row.status,
            }
            for row in rows
        ],
    }
    body = json.dumps(listed, sort_keys=True, separators=(",", ":")).encode()
    root = vault.root()
    r, s = decode_dss_signature(root.sign(body, ec.ECDSA(SHA256())))
    return {
        "list": base64.b64encode(body).decode(),
        "root": base64.b64encode(vault.spki(root)).decode(),
        "signature": base64.b64encode(r.to_bytes(32, "big") + s.to_bytes(32, "big")).decode(),
    }


def jwks() -> dict[str, Any]:
    """The same keys as a JSON Web Key Set (RFC 7517)."""
    return {"keys": [_jwk(row) for row in SigningKey.objects.filter(status=KeyStatus.ACTIVE).order_by("not_before")]}


def public_key(kid: bytes) -> ec.EllipticCurvePublicKey | None:
    """The key a token names, unless it is known to be bad."""
    row = SigningKey.objects.filter(kid=kid).filter(status=KeyStatus.ACTIVE).first()
    key = load_der_public_key(bytes(row.spki)) if row is not None else None
    return key if isinstance(key, ec.EllipticCurvePublicKey) else None


def status_list(number: str) -> bytes:
    """The signed list of a number: COSE_Sign1 of `{1: issuer, 6: iat, 4: exp, 65534: ttl, 65533: {bits, size, lst}}`.

    Two bits an entry, first entry in the lowest bits: 0 valid, 1 revoked, 2 suspended; the list is zlib-compressed.
    """
    bits = bytearray(LIST_SIZE // 4)
    rows = Paper.objects.filter(status_list=number).exclude(status=PaperStatus.VALID)
    for index, status in rows.values_list("status_index", "status"):
        bits[index // 4] |= STATUS_BITS[PaperStatus(status)] << index % 4 * 2
    now = clock.now()
    claimed = {
        1: settings.SHUBBAK_PUBLIC_URL,
        4: int((now + LIFE).timestamp()),
        6: int(now.timestamp()),
        65533: {"bits": 2, "list": number, "lst": zlib.compress(bytes(bits), 9)},
        65534: int(TTL.total_seconds()),
    }
    key = ensure_signing_key(now.year)
    return cose.sign(claimed, key=key, kid=vault.kid(vault.spki(key)))


def _jwk(row: SigningKey) -> dict[str, str]:
    key = load_der_public_key(bytes(row.spki))
    assert isinstance(key, ec.EllipticCurvePublicKey)
    point = key.public_numbers()
    return {
        "kty": "EC",
        "crv": "P-256",
        "alg": "ES256",
        "use": "sig",
        "kid": bytes(row.kid).hex(),
        "x": _b64url(point.x),
        "y": _b64url(point.y),
    }


def _b64url(value: int) -> str:
    return base64.urlsafe_b64encode(value.to_bytes(32, "big")).decode().rstrip("=")
