"""The private keys: a root that signs the list of keys, and one signing key a year; files of mode 0600."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

Private = ec.EllipticCurvePrivateKey
OVERLAP = timedelta(days=90)
_ROOT_FROM, _ROOT_UNTIL = datetime(2020, 1, 1, tzinfo=timezone.utc), datetime(2060, 1, 1, tzinfo=timezone.utc)


@dataclass(frozen=True, slots=True)
class Published:
    """The public half of a key: what everybody may know of it."""

    kid: bytes
    spki: bytes
    use: str
    not_before: datetime
    not_after: datetime
    status: str = "active"
    bad_since: datetime | None = None


def root() -> Private:
    """The key that vouches for the signing keys."""
    return _kept(_folder() / "permit-root.pem")


def signer(year: int) -> Private:
    """The key that signs the papers of a year."""
    return _kept(_folder() / f"permit-{year}.pem")


def published_root() -> Published:
    """The public half of the root."""
    public = spki(root())
    return Published(kid(public), public, "root", _ROOT_FROM, _ROOT_UNTIL)


def published_signer(year: int) -> Published:
    """The public half of a year's key; it is believed 90 days before and after its year."""
    public = spki(signer(year))
    begin, end = (datetime(y, 1, 1, tzinfo=timezone.utc) for y in (year, year + 1))
    return Published(kid(public), public, "paper", begin - OVERLAP, end + OVERLAP)


@lru_cache(maxsize=64)
def spki(key: Private) -> bytes:
    """The public half, DER."""
    return key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def kid(public: bytes) -> bytes:
    """The key id: the first eight bytes of the SHA-256 of its SPKI."""
    return hashlib.sha256(public).digest()[:8]


def _folder() -> Path:
    return Path(settings.SHUBBAK_HOME) / "secrets"


@lru_cache(maxsize=64)
def _kept(path: Path) -> Private:
    if not path.exists():
        _make(path)
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise TypeError(f"{path} does not hold a P-256 key")
    return key


def _make(path: Path) -> None:
    """Write a new key whole or not at all; of two processes that try at once, one key stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
