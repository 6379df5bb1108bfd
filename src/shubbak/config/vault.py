"""The secrets folder of the state folder: each secret a file of mode 0600 in a folder of mode 0700, made once.

An operator who keeps secrets elsewhere puts files of the same names there before the first start; they are never
written again, except the key ring, by `shubbak keys rotate`.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from shubbak.kernel.keys import KeyRing

ROLES = ("postgres", "shubbak_owner", "shubbak_app")


def folder(home: Path) -> Path:
    """The folder, made when it is missing."""
    place = home / "secrets"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    place.chmod(0o700)
    return place


def read(home: Path, name: str) -> str:
    """A secret, or nothing when it was not made yet."""
    path = home / "secrets" / name
    return path.read_text("utf-8").strip() if path.is_file() else ""


def replace(home: Path, name: str, value: str) -> None:
    """Write a secret whole or not at all: to the disk first, then under its name."""
    draft = folder(home) / f".{name}.{os.getpid()}"
    _write(draft, value)
    draft.replace(folder(home) / name)
    _settle(folder(home))


def keep(home: Path, name: str, make: Callable[[], str]) -> str:
    """The secret of this name, made on first use; two processes that ask at once get the same one."""
    path = folder(home) / name
    if not path.exists():
        draft = path.with_name(f".{name}.{os.getpid()}")
        _write(draft, make())
        try:
            os.link(draft, path)
        except FileExistsError:
            return read(home, name)
        finally:
            draft.unlink()
        _settle(path.parent)
    return read(home, name)


def make_all(home: Path) -> None:
    """Every secret Shubbak itself needs: Django's key and the key ring."""
    keep(home, "django", lambda: secrets.token_urlsafe(64))
    keep(home, "ring", lambda: KeyRing.fresh().to_json())


def ring(home: Path) -> KeyRing:
    """The key ring kept in this state folder; ValueError when the file is not a ring."""
    return KeyRing.from_json(read(home, "ring"))


def database(home: Path, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    """How the embedded server is reached: `host`, `port` and a password per role.

    A state folder that was moved or restored elsewhere listens where it lies now; its passwords stay.
    """
    text = keep(home, "database", lambda: json.dumps(make() | {role: secrets.token_urlsafe(24) for role in ROLES}))
    known = dict(json.loads(text))
    if known["host"].startswith("/") and not Path(known["host"]).is_dir():
        known |= make()
    if known != json.loads(text):
        replace(home, "database", json.dumps(known))
    return known


def database_url(home: Path, role: str, name: str = "shubbak") -> str:
    """The URL of the embedded server for one role; empty when this state folder has no such server."""
    text = read(home, "database")
    if not text:
        return ""
    known = json.loads(text)
    return f"postgresql://{role}:{known[role]}@{quote(known['host'], safe='')}:{known['port']}/{name}"


def _write(path: Path, value: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(value)
        file.flush()
        os.fsync(file.fileno())


def _settle(place: Path) -> None:
    number = os.open(place, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
