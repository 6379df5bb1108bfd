"""The key ring: versions of one secret, the newest seals, every live one opens and finds.

Each purpose gets its own key by HKDF-SHA256 (RFC 5869), so a digest of a mobile never equals that of a national id.
Sealing is AES-256-GCM with the purpose as associated data: 1 format byte, 2 version bytes, 12 nonce bytes, ciphertext.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FORMAT = 1


class Unreadable(Exception):
    """Sealed bytes that no live key opens, or that were altered."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A keyed digest and the version of the key that made it."""

    version: int
    value: bytes


@dataclass(frozen=True)
class KeyRing:
    """Live key versions, oldest to newest; secrets of 32 bytes."""

    secrets_by_version: tuple[tuple[int, bytes], ...]

    @property
    def newest(self) -> int:
        return self.secrets_by_version[-1][0]

    def seal(self, plain: bytes, purpose: str) -> bytes:
        """`plain` encrypted for `purpose` under the newest key."""
        nonce = os.urandom(12)
        head = bytes([_FORMAT]) + self.newest.to_bytes(2, "big") + nonce
        return head + AESGCM(self._key(self.newest, purpose)).encrypt(nonce, plain, purpose.encode())

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """The plain bytes; Unreadable when altered, for another purpose, or under a retired key."""
        sealed = bytes(sealed)
        if len(sealed) < 31 or sealed[0] != _FORMAT:
            raise Unreadable("not sealed by this ring")
        key = self._key(int.from_bytes(sealed[1:3], "big"), purpose)
        try:
            return AESGCM(key).decrypt(sealed[3:15], sealed[15:], purpose.encode())
        except InvalidTag:
            raise Unreadable("altered, or sealed for another purpose") from None

    def seal_text(self, text: str, purpose: str) -> bytes:
        return self.seal(text.encode(), purpose)

    def open_text(self, sealed: bytes, purpose: str) -> str:
        return self.open(sealed, purpose).decode()

    def digest(self, value: str, purpose: str) -> Digest:
        """The keyed digest to store beside a sealed value, so that it can be found by equality."""
        return Digest(self.newest, self._hmac(self.newest, value, purpose))

    def digests(self, value: str, purpose: str) -> list[Digest]:
        """The digests under every live version: what a look-up must try."""
        return [Digest(v, self._hmac(v, value, purpose)) for v, _ in self.secrets_by_version]

    def _hmac(self, version: int, value: str, purpose: str) -> bytes:
        return hmac.new(self._key(version, "digest:" + purpose), value.encode(), hashlib.sha256).digest()

    def _key(self, version: int, purpose: str) -> bytes:
        secret = dict(self.secrets_by_version).get(version)
        if secret is None:
            raise Unreadable(f"key version {version} is retired")
        return _derive(secret, purpose)

    def rotated(self) -> KeyRing:
        """The ring with one more version, which seals from now on."""
        return KeyRing((*self.secrets_by_version, (self.newest + 1, secrets.token_bytes(32))))

    def to_json(self) -> str:
        return json.dumps({str(v): base64.b64encode(k).decode() for v, k in self.secrets_by_version})

    @classmethod
    def from_json(cls, text: str) -> KeyRing:
        """Read `{"1": "<base64 of 32 bytes>", ...}`; ValueError says what is wrong."""
        pairs = sorted((int(v), base64.b64decode(k, validate=True)) for v, k in json.loads(text).items())
        if not pairs or any(len(key) != 32 for _, key in pairs):
            raise ValueError("a key ring needs at least one version, each of 32 bytes in base64")
        return cls(tuple(pairs))

    @classmethod
    def fresh(cls) -> KeyRing:
        return cls(((1, secrets.token_bytes(32)),))


@lru_cache(maxsize=512)
def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, None, b"shubbak:" + purpose.encode()).derive(secret)


_ring: KeyRing | None = None


def install(ring: KeyRing) -> None:
    """Make `ring` the ring of this process; `config` does it once at start."""
    global _ring
    _ring = ring


def ring() -> KeyRing:
    """The ring of this process."""
    if _ring is None:
        raise RuntimeError("no key ring installed: start through `shubbak`, or call keys.install()")
    return _ring


def load(path: Path) -> KeyRing:
    """The ring kept in a file; ValueError when the file is not a ring."""
    return KeyRing.from_json(path.read_text("utf-8"))
