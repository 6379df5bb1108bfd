"""Anchor files: each seal's head outside the database, one JSON line a seal, flushed to the disk before anything else.

`settings.TRAIL_ANCHORS` names the folders (default: `anchors` in the state folder). Put a second one where nobody who
administers the database can write: a file once written is only ever added to.
"""

from __future__ import annotations

import fcntl
import json
import os
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from .models import Seal
from .signing import AuditKey


def places() -> list[Path]:
    """The folders in which heads are anchored."""
    named = getattr(settings, "TRAIL_ANCHORS", ())
    return [Path(place) for place in named] or [settings.SHUBBAK_HOME / "anchors"]


def line(seal: Seal) -> str:
    """A seal as an anchor keeps it; the previous head is that of the line above."""
    return json.dumps(
        {
            "v": 1,
            "node": seal.node,
            "seal": seal.number,
            "epoch": seal.epoch,
            "from": seal.txid_from,
            "to": seal.txid_to,
            "entries": seal.entries,
            "total": seal.total,
            "at": seal.sealed_at.isoformat(timespec="microseconds"),
            "root": bytes(seal.root).hex(),
            "head": bytes(seal.head).hex(),
            "key": seal.key_id,
            "signature": b64encode(bytes(seal.signature)).decode(),
        }
    )


def last(place: Path, node: int) -> dict[str, Any] | None:
    """The last whole line anchored for `node`; a line torn by a crash does not count."""
    for path in sorted(place.glob(f"node-{node}-*.jsonl"), reverse=True):
        whole = _tail(path).rpartition(b"\n")[0]
        if whole:
            return dict(json.loads(whole.rpartition(b"\n")[2]))
    return None


def append(place: Path, seals: Iterable[Seal]) -> int:
    """Add a line for each seal, in the file of the month it was sealed in; on the disk when this returns."""
    written = 0
    for seal in seals:
        path = place / f"node-{seal.node}-{seal.sealed_at:%Y-%m}.jsonl"
        with open(path, "a+b") as file:
            _mend(file)
            file.write(line(seal).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        written += 1
    return written


def publish(place: Path, key: AuditKey) -> None:
    """The public half of the audit key, beside the heads it signs."""
    path = place / f"key-{key.id}.pem"
    if not path.exists():
        path.write_bytes(key.public_pem())


@contextmanager
def alone(place: Path) -> Iterator[None]:
    """Hold the folder: one process of this machine appends at a time."""
    place.mkdir(parents=True, exist_ok=True)
    with open(place / ".lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _tail(path: Path, size: int = 8192) -> bytes:
    with open(path, "rb") as file:
        file.seek(max(0, path.stat().st_size - size))
        return file.read()


def _mend(file: Any) -> None:
    """Cut off what a crash left of a line, so that the next one begins at its own beginning."""
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - 8192))
    rest = file.read()
    if rest and not rest.endswith(b"\n"):
        file.truncate(end - len(rest.rpartition(b"\n")[2]))
