"""The private keys: a root that signs the list of keys, and one signing key a year; files of mode 0600."""

from __future__ import annotations

import fcntl
import hashlib
import os
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

Private = ec.EllipticCurvePrivateKey


def folder() -> Path:
    """Where the secrets lie."""
    return Path(settings.SHUBBAK_HOME) / "secrets"


def root() -> Private:
    """The key that vouches for the signing keys."""
    return _kept(str(folder() / "permit-root.pem"))


def signer(year: int) -> Private:
    """The key that signs the permits of a year."""
    return _kept(str(folder() / f"permit-{year}.pem"))


def spki(key: Private) -> bytes:
    """The public half, DER."""
    return key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def kid(public: bytes) -> bytes:
    """The key id: the first eight bytes of the SHA-256 of its SPKI."""
    return hashlib.sha256(public).digest()[:8]


@lru_cache(maxsize=8)
def _kept(name: str) -> Private:
    path = Path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(path.parent / ".permit.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _make(path)
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def _make(path: Path) -> None:
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    new = path.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
