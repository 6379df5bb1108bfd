"""From claims to the URL in the QR, and strictly back."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec

from shubbak.kernel.ids import CROCKFORD

from . import base32, cose, vault
from .claims import PermitClaims, from_map

LONGEST = 1200
_QR = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def seal_claims(claimed: dict[int, Any], key: ec.EllipticCurvePrivateKey) -> str:
    """The token: Base32 of the signed claims."""
    return base32.encode(cose.sign(claimed, key=key, kid=vault.kid(vault.spki(key))))


def read_token(token: str, *, keys: cose.Keys) -> tuple[PermitClaims, bytes]:
    """The claims of a genuine token and the id of its key; `cose.Forged` for every other string."""
    if not 0 < len(token) <= LONGEST:
        raise cose.Forged("no token has this length")
    try:
        message = base32.decode(token)
    except base32.Slack as error:
        raise cose.Forged(str(error)) from error
    claimed, kid = cose.verify(message, keys=keys)
    return from_map(claimed), kid


def check_code(token: str) -> str:
    """Eight characters printed beside the QR: the first 40 bits of the token's SHA-256 in Crockford's Base32."""
    bits = int.from_bytes(hashlib.sha256(token.encode()).digest()[:5], "big")
    return "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -5, -5))


def url(token: str, public_url: str) -> str:
    """`HTTPS://HOST/V/<token>`: wholly in a QR's alphanumeric set whenever the host is."""
    address = f"{public_url.rstrip('/').upper()}/V/{token}"
    return address if set(address) <= _QR else f"{public_url.rstrip('/')}/V/{token}"


def domain(public_url: str) -> str:
    """The host to print beside the QR, so that a foreign one is noticed."""
    return urlsplit(public_url).netloc
