"""One server in one state folder: made once, started, found again after a crash, stopped.

Two servers with different state folders never meet: each listens on a socket in its own folder, or, where that path is
too long for a socket, on a port of the loopback address of its own.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from shubbak.config import vault
from shubbak.config.running.children import die_with_parent, processes_in

from .programs import Programs, find
from .tuning import words

_LONGEST_SOCKET = 107
_PATIENCE = 90.0


class Unstartable(Exception):
    """The server did not come up; the message ends with the last lines of its log."""


class Server:
    """The embedded PostgreSQL of one state folder."""

    def __init__(self, home: Path) -> None:
        self.home = home.absolute()
        self.home.mkdir(parents=True, exist_ok=True)
        self.programs: Programs = find(self.home)
        self.log = self.home / "logs" / "postgres.log"
        self.known = vault.database(self.home, self._reach)
        self._child: subprocess.Popen[bytes] | None = None

    # -- where it is -------------------------------------------------------

    def url(self, role: str, name: str = "shubbak") -> str:
        """How `role` reaches database `name`."""
        return vault.database_url(self.home, role, name)

    def connect(self, role: str = "postgres", name: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A connection in autocommit, for what has to be done outside Django."""
        return psycopg.connect(
            host=self.known["host"], port=self.known["port"], user=role, password=self.known[role],
            dbname=name, autocommit=True, connect_timeout=10,
        )  # fmt: skip

    def pid(self) -> int | None:
        """The postmaster's process number, when it is alive and is one."""
        try:
            number = int((self.programs.data / "postmaster.pid").read_text().split("\n", 1)[0])
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
            name = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")[0]
        except (OSError, ValueError):
            return None
        return number if state != "Z" and name.endswith(b"postgres") else None

    def running(self) -> bool:
        """Whether it answers."""
        if self._child is not None:
            self._child.poll()
        if self.pid() is None:
            return False
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    # -- its life ----------------------------------------------------------

    def start(self, *, with_parent: bool = False) -> None:
        """Make it if it is new, start it if it is down, wait until it answers.

        With `with_parent` it stops when the calling process dies, however that dies.
        """
        with self.gate():
            if not self.running():
                self._make()
                self._start(with_parent)

    def stop(self) -> None:
        """Stop it at once but cleanly, and wait until it is gone."""
        with self.gate():
            number = self.pid()
            if number is not None:
                os.kill(number, signal.SIGINT)
            until = time.monotonic() + _PATIENCE
            while self.pid() is not None and time.monotonic() < until:
                if self._child is not None:
                    self._child.poll()
                time.sleep(0.02)
            if self._child is not None:
                self._child.wait(timeout=10)
                self._child = None

    @contextmanager
    def gate(self) -> Iterator[None]:
        """One starter or stopper at a time."""
        with (self.home / "postgres.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def lease(self, *, with_parent: bool = False) -> Iterator[Server]:
        """A running server for the length of a block; the last holder of a lease stops it."""
        with (self.home / "postgres.lease").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            try:
                self.start(with_parent=with_parent)
                yield self
            finally:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self.stop()
                except BlockingIOError:
                    self._child = None

    def _start(self, with_parent: bool) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        pause, until = 0.1, time.monotonic() + _PATIENCE
        while True:
            self._forget_dead()
            with self.log.open("ab") as out:
                self._child = subprocess.Popen(
                    self.programs.command("postgres", "-D", str(self.programs.data), *self._words()),
                    stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
                    preexec_fn=die_with_parent(signal.SIGINT) if with_parent else None, **self._as_whom(),
                )  # fmt: skip
            if self._came_up(until):
                return
            if time.monotonic() > until:
                raise Unstartable(f"PostgreSQL did not start within {_PATIENCE:.0f} s:\n{self._last_words()}")
            time.sleep(pause)
            pause = min(pause * 2, 5.0)

    def _came_up(self, until: float) -> bool:
        child = self._child
        while child is not None and child.poll() is None and time.monotonic() < until:
            if self.running():
                return True
            time.sleep(0.03)
        return False

    def _forget_dead(self) -> None:
        """After a kill: end the backends the postmaster left behind, then remove its locks.

        PostgreSQL would wait for those processes and would take a lock that names a zombie, or a number since given
        to another process, for a living server. Only processes whose working folder is our data are touched.
        """
        if self.pid() is not None:
            return
        while left := list(processes_in(self.programs.data)):
            for number in left:
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            time.sleep(0.02)
        (self.programs.data / "postmaster.pid").unlink(missing_ok=True)
        for lock in self.programs.run.glob(".s.PGSQL.*"):
            lock.unlink(missing_ok=True)

    def _words(self) -> list[str]:
        local = self.known["host"].startswith("/")
        return words(
            unix_socket_directories=self.known["host"] if local else "",
            listen_addresses="" if local else self.known["host"],
            port=self.known["port"],
        )

    # -- its making --------------------------------------------------------

    def _make(self) -> None:
        """initdb into a draft folder, renamed when complete, so that a crash in between leaves nothing half made."""
        self.programs.own(self.programs.run)
        if (self.programs.data / "PG_VERSION").exists():
            self._check_version()
            return
        draft = self.programs.data.with_name("postgres.draft")
        shutil.rmtree(draft, ignore_errors=True)
        self.programs.own(draft)
        password = self.programs.run / "first"
        password.write_text(self.known["postgres"])
        password.chmod(0o600)
        if self.programs.uid is not None:
            os.chown(password, self.programs.uid, self.programs.uid)
        new = self.programs.version >= 17
        said = subprocess.run(
            self.programs.command(
                "initdb", "-D", str(draft), "-U", "postgres", f"--pwfile={password}", "-A", "scram-sha-256",
                "-E", "UTF8", "--no-instructions", "-k",
                *(("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C") if new else ("--locale=C",)),
            ),
            capture_output=True, text=True, **self._as_whom(),
        )  # fmt: skip
        password.unlink()
        if said.returncode:
            raise Unstartable(f"initdb failed:\n{said.stdout[-800:]}\n{said.stderr[-800:]}")
        draft.rename(self.programs.data)

    def _check_version(self) -> None:
        made_by = int((self.programs.data / "PG_VERSION").read_text().strip())
        if made_by != self.programs.version:
            raise Unstartable(
                f"{self.programs.data} was made by PostgreSQL {made_by} but {self.programs.version} is installed: "
                f"install {made_by} again, or dump with it and load into a new state folder (docs/operate.md)"
            )

    def _reach(self) -> dict[str, str]:
        if len(str(self.programs.run / ".s.PGSQL.5432").encode()) <= _LONGEST_SOCKET:
            return {"host": str(self.programs.run), "port": "5432"}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return {"host": "127.0.0.1", "port": str(free.getsockname()[1])}

    def _as_whom(self) -> dict[str, Any]:
        uid = self.programs.uid
        return {} if uid is None else {"user": uid, "group": uid, "extra_groups": [], "cwd": "/"}

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-8:]) if self.log.exists() else ""
