"""Keeps processes running: started in order, started again when they die, stopped together, none left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from .children import die_with_parent

_QUICK = 5.0
_LONGEST_PAUSE = 5.0
_BLINK = 0.05


@dataclass
class Child:
    """One process in a session of its own, with everything it starts."""

    name: str
    words: Sequence[str]
    again: bool = True
    environment: dict[str, str] = field(default_factory=dict)
    niceness: int = 0
    process: subprocess.Popen[bytes] | None = None
    _since: float = 0.0
    _pause: float = 0.1

    def start(self) -> None:
        """Start it; it dies with this process."""
        follow = die_with_parent(signal.SIGKILL)

        def arrange() -> None:
            follow()
            os.nice(self.niceness)

        self._since = time.monotonic()
        self.process = subprocess.Popen(
            self.words, env=os.environ | self.environment, stdin=subprocess.DEVNULL,
            start_new_session=True, preexec_fn=arrange,
        )  # fmt: skip

    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def revive(self, wait: Callable[[float], object]) -> None:
        """Start it again, after a pause that grows while it keeps dying young; what it left behind is ended first."""
        self.end()
        self._pause = min(self._pause * 2, _LONGEST_PAUSE) if time.monotonic() - self._since < _QUICK else 0.1
        wait(self._pause)
        self.start()

    def ask(self) -> None:
        """Ask it to stop."""
        if self.alive() and self.process is not None:
            self.process.terminate()

    def end(self, patience: float = 0.0) -> None:
        """Wait for it for `patience` seconds, then end it and all it started."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Supervisor:
    """The processes of one `shubbak up`."""

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.over = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked)

    def _asked(self, *_: object) -> None:
        """A handler runs between two instructions of this very thread: it may set a flag, it must take no lock."""
        self.over = True

    def add(self, child: Child) -> None:
        """Start a child and keep it running."""
        self.children.append(child)
        child.start()

    def wait(self, seconds: float) -> bool:
        """Wait, but not beyond being asked to stop; says whether that happened."""
        until = time.monotonic() + seconds
        while not self.over and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _BLINK))
        return self.over

    def watch(self, ground: Callable[[], None]) -> None:
        """Until asked to stop: keep what the children stand on (`ground`), then the children."""
        while not self.wait(0.2):
            ground()
            for child in self.children:
                if not child.alive() and child.again and not self.over:
                    status = child.process.returncode if child.process is not None else None
                    print(f"shubbak: {child.name} stopped (status {status}); starting it again", flush=True)
                    child.revive(self.wait)

    def stop(self, patience: float = 8.0) -> None:
        """Ask all to stop, wait a little, end what is left."""
        for child in self.children:
            child.ask()
        until = time.monotonic() + patience
        for child in self.children:
            child.end(max(0.0, until - time.monotonic()))
