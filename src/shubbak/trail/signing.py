"""The audit key: Ed25519, apart from every other key, one file of mode 0600; its public half is for everybody."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

DOMAIN = b"shubbak trail seal v1\x00"


@dataclass(frozen=True)
class AuditKey:
    """The key that signs seals; `id` is the first 8 bytes of SHA-256 over the raw public key, in hex."""

    private: Ed25519PrivateKey

    @property
    def id(self) -> str:
        raw = self.private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return sha256(raw).hexdigest()[:16]

    def sign(self, head: bytes) -> bytes:
        """64 bytes over the seal's head, in the seals' own domain."""
        return self.private.sign(DOMAIN + head)

    def public_pem(self) -> bytes:
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )


def audit_key() -> AuditKey:
    """The key of this state folder, made on first use."""
    return _load(settings.SHUBBAK_HOME / "secrets" / "audit.pem")


@lru_cache(maxsize=4)
def _load(path: Path) -> AuditKey:
    if not path.exists():
        _make(path)
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} does not hold an Ed25519 key")
    return AuditKey(key)


def _make(path: Path) -> None:
    """Write a new key whole or not at all; of two processes that try at once, one key stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
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
