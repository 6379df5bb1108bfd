"""A whole Shubbak in a folder of its own, and ways to kill its parts."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180.0
PARTS = ("web", "web process", "worker", "backend", "backend", "postmaster", "all")


class Town:
    """One `shubbak up`, bare: places and catalogue, no invented cases."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.log = home.with_suffix(".log")
        self.up: subprocess.Popen[bytes] | None = None
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHUBBAK_", "DATABASE_"))}
        self.environment = kept | {"SHUBBAK_HOME": str(home), "SHUBBAK_DEMO": "1"}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it (again) and wait until it is ready."""
        words = [sys.executable, "-m", "shubbak.config", "up", "--demo", "--bare", "--port", str(self.port)]
        with self.log.open("ab") as out:
            self.up = subprocess.Popen(words, env=self.environment, cwd=ROOT, stdout=out, stderr=out)
        try:
            self.wait()
        except AssertionError:
            self.stop()
            raise

    def wait(self) -> None:
        """Until it says it is ready, restarting what has been killed whole."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(OSError), urllib.request.urlopen(f"{self.address}/readyz", timeout=3) as answer:
                if answer.status == 200:
                    return
            if self.up is not None and self.up.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"not ready after {PATIENCE:.0f} s:\n" + self.log.read_text("utf-8", "replace")[-3000:])

    def ask(self, module: str, *words: str) -> object:
        """What one of our own modules prints as JSON, run beside the town over its database."""
        said = subprocess.run(
            [sys.executable, "-m", module, *words],
            env=self.environment, cwd=ROOT, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        assert said.returncode == 0, said.stderr[-3000:]
        return json.loads(said.stdout.splitlines()[-1])

    def stop(self) -> list[int]:
        """Stop it by SIGTERM; the processes it left behind, which should be none."""
        assert self.up is not None
        family = [*descendants(self.up.pid)]
        self.up.send_signal(signal.SIGTERM)
        self.up.wait(60)
        return [number for number in family if alive(number)]

    # -- kills -------------------------------------------------------------

    def kill(self, chance: random.Random) -> str:
        """Kill one part with SIGKILL, once it is there to be killed; what was killed."""
        assert self.up is not None
        what = chance.choice(PARTS)
        until = time.monotonic() + 30
        while not self._hit(what, chance):
            assert time.monotonic() < until, f"there is no {what} to kill"
            time.sleep(0.1)
        if what == "all":
            self.up.wait(10)
            self.start()
        return what

    def _hit(self, what: str, chance: random.Random) -> bool:
        target = self._target(what, chance)
        try:
            if target is not None:
                os.kill(target, signal.SIGKILL)
        except ProcessLookupError:
            return False
        return target is not None

    def _target(self, what: str, chance: random.Random) -> int | None:
        assert self.up is not None
        if what == "all":
            return self.up.pid
        postmaster = self._postmaster()
        family = {number: command(number) for number in descendants(self.up.pid)}
        found = {
            "web": [n for n in family if "granian --interface" in family[n] and parent(n) == self.up.pid],
            "web process": [n for n in family if "granian --interface" in family[n] and parent(n) != self.up.pid],
            "worker": [n for n, words in family.items() if words.endswith("config worker")],
            "postmaster": [postmaster] if postmaster else [],
            "backend": [n for n in children(postmaster) if "shubbak_app" in command(n)] if postmaster else [],
        }[what]
        return chance.choice(found) if found else None

    def _postmaster(self) -> int:
        """The database's first process; 0 while it is down."""
        try:
            return int((self.home / "postgres" / "postmaster.pid").read_text().split("\n")[0])
        except (OSError, ValueError):
            return 0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def command(number: int) -> str:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


def alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def parent(number: int) -> int:
    try:
        return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def children(number: int) -> list[int]:
    return [n for n in (int(place.name) for place in Path("/proc").glob("[0-9]*")) if parent(n) == number]


def descendants(number: int) -> Iterator[int]:
    for child in children(number):
        yield child
        yield from descendants(child)
