"""Processes that must not outlive the one that started them (Linux's parent-death signal)."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(with_signal: signal.Signals = signal.SIGTERM) -> Callable[[], None]:
    """What to run in a child between fork and exec, so that `with_signal` reaches it when its parent dies."""
    parent = os.getpid()

    def arrange() -> None:
        _libc.prctl(_PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), with_signal)

    return arrange


def follow_parent(with_signal: signal.Signals = signal.SIGTERM) -> None:
    """Arrange the same from inside a process that is already running."""
    _libc.prctl(_PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)


def processes_in(folder: Path) -> Iterator[int]:
    """The living processes whose working folder this is."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(place / "cwd") == str(folder) and not _is_zombie(place):
                yield int(place.name)
        except OSError:
            continue


def _is_zombie(place: Path) -> bool:
    return (place / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
