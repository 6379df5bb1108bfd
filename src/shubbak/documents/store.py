"""Files at rest: sealed with the key ring, outside the web root, written so that a crash leaves all or nothing.

`files/` holds what people brought, by the hash of what is kept; `papers/` the prints, by the paper's key. A file put in
another's place is noticed: a content has its hash, a print begins with its paper's key.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from shubbak.kernel import keys

FILE, PRINT = "documents.file", "documents.print"


def keep(content: bytes) -> str:
    """Store `content` and give its SHA-256 in hex. The same content is stored once."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not _file(sha256).exists():
        _write(_file(sha256), keys.ring().seal(content, FILE))
    return sha256


def content(sha256: str) -> bytes:
    """What is stored under a hash; FileNotFoundError when nothing is, `keys.Unreadable` when it was altered."""
    plain = keys.ring().open(_file(sha256).read_bytes(), FILE)
    if hashlib.sha256(plain).hexdigest() != sha256:
        raise keys.Unreadable("the content does not have its hash")
    return plain


def drop(sha256: str) -> None:
    """Forget a content nobody refers to any more."""
    _file(sha256).unlink(missing_ok=True)


def kept_under(first: str) -> Iterator[tuple[str, float]]:
    """The hashes that begin with two hex digits, with the moment each was written (seconds)."""
    for path in sorted((_root("files") / first).glob("*/*")):
        if not path.name.endswith(".new"):
            yield path.name, path.stat().st_mtime


def keep_print(paper_id: UUID, pdf: bytes) -> None:
    """Keep a paper's print; of two made at once the first stays."""
    path = _print(paper_id)
    if not path.exists():
        _write(path, keys.ring().seal(paper_id.bytes + pdf, PRINT))


def kept_print(paper_id: UUID) -> bytes | None:
    """The print that was kept."""
    try:
        sealed = _print(paper_id).read_bytes()
    except FileNotFoundError:
        return None
    plain = keys.ring().open(sealed, PRINT)
    if plain[:16] != paper_id.bytes:
        raise keys.Unreadable("the print is another paper's")
    return plain[16:]


def _root(name: str) -> Path:
    return Path(settings.SHUBBAK_HOME) / name


def _file(sha256: str) -> Path:
    return _root("files") / sha256[:2] / sha256[2:4] / sha256


def _print(paper_id: UUID) -> Path:
    return _root("papers") / paper_id.hex[-2:] / paper_id.hex


def _write(path: Path, sealed: bytes) -> None:
    """To the disk first, then under its name; a name that is there already keeps what it names."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{uuid4().hex}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
    for place in path.parents[:3]:
        _settle(place)


def _settle(place: Path) -> None:
    folder = os.open(place, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
