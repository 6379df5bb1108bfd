"""COSE_Sign1 (RFC 9052) with ES256, in one canonical form only.

Strictness is the point: an altered token must never verify, not even as another spelling of the same statement. So CBOR
is re-encoded and compared, headers are exactly `{1: -7, 4: kid}` and `{}`, signatures are 64 bytes with low s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

Keys: TypeAlias = Callable[[bytes], ec.EllipticCurvePublicKey | None]
ES256 = -7
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Forged(ValueError):
    """Not a statement of ours: malformed, altered, or signed by nobody we know."""


def sign(payload: dict[Any, Any], *, key: ec.EllipticCurvePrivateKey, kid: bytes) -> bytes:
    """The untagged COSE_Sign1 of a claims map."""
    protected, body = canonical({1: ES256, 4: kid}), canonical(payload)
    r, s = decode_dss_signature(key.sign(_to_be_signed(protected, body), ec.ECDSA(SHA256())))
    s = min(s, ORDER - s)
    return canonical([protected, {}, body, r.to_bytes(32, "big") + s.to_bytes(32, "big")])


def verify(message: bytes, *, keys: Keys) -> tuple[dict[Any, Any], bytes]:
    """The claims map and the key id of a message that one of `keys` signed; Forged for anything else."""
    protected, unprotected, body, signature = opened(message)
    header = _strictly(protected, dict)
    kid = header.get(4)
    if unprotected or set(header) != {1, 4} or header[1] != ES256 or type(kid) is not bytes or len(kid) != 8:
        raise Forged("not our headers")
    key = keys(kid)
    if key is None:
        raise Forged("signed by an unknown key")
    _check(key, signature, _to_be_signed(protected, body))
    return _strictly(body, dict), kid


def opened(message: bytes) -> tuple[bytes, dict[Any, Any], bytes, bytes]:
    """The four parts of an untagged COSE_Sign1 in canonical CBOR, nothing verified yet; Forged for anything else."""
    parts = _strictly(message, list)
    if [type(part) for part in parts] != [bytes, dict, bytes, bytes]:
        raise Forged("not a COSE_Sign1")
    protected, unprotected, body, signature = parts
    return protected, unprotected, body, signature


def canonical(value: Any) -> bytes:
    """Deterministic CBOR: shortest forms, keys in order."""
    return cbor2.dumps(value, canonical=True)


def _strictly(encoded: bytes, kind: type) -> Any:
    try:
        value = cbor2.loads(encoded)
        again = canonical(value)
    except Exception as error:
        raise Forged("not CBOR") from error
    if type(value) is not kind or again != encoded:
        raise Forged("not canonical CBOR")
    return value


def _to_be_signed(protected: bytes, body: bytes) -> bytes:
    return canonical(["Signature1", protected, b"", body])


def _check(key: ec.EllipticCurvePublicKey, signature: bytes, signed: bytes) -> None:
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if len(signature) != 64 or not 0 < r < ORDER or not 0 < s <= ORDER // 2:
        raise Forged("not a signature in its one form")
    try:
        key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise Forged("the signature does not hold") from None
