"""Files at rest: sealed, named by the hash of what they hold, written so that a crash leaves all or nothing."""

from __future__ import annotations

import hashlib
import os
import uuid
from pathlib import Path

from django.conf import settings

from shubbak.kernel import keys

PURPOSE = "documents.file"


def keep(content: bytes) -> str:
    """Store `content` and give its SHA-256. The same content is stored once."""
    digest = hashlib.sha256(content).hexdigest()
    path = _path(digest)
    if path.exists():
        return digest
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{uuid.uuid4().hex}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(keys.ring().seal(content, PURPOSE))
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
    _sync(path.parent)
    return digest


def content(digest: str) -> bytes:
    """What is stored under a hash; FileNotFoundError when nothing is, ValueError when it was altered."""
    plain = keys.ring().open(_path(digest).read_bytes(), PURPOSE)
    if hashlib.sha256(plain).hexdigest() != digest:
        raise ValueError("a stored file does not have its hash")
    return plain


def drop(digest: str) -> None:
    """Forget a content nobody refers to any more."""
    _path(digest).unlink(missing_ok=True)


def _path(name: str) -> Path:
    return Path(settings.SHUBBAK_HOME) / "files" / name[:2] / name[2:4] / name


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
