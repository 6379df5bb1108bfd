"""A whole Shubbak for the length of a run: its own state folder, its own server, its own port."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 240.0


class Town:
    """`shubbak up --demo --bare`: places and catalogue, nobody's cases but ours."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHUBBAK_", "DATABASE_"))}
        self.environment = kept | {
            "SHUBBAK_HOME": str(home),
            "SHUBBAK_DEMO": "1",
            "SHUBBAK_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
        }
        self._up: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it is ready."""
        self.home.mkdir(parents=True, exist_ok=True)
        words = [sys.executable, "-m", "shubbak.config", "up", "--demo", "--bare", "--port", str(self.port)]
        with (self.home / "up.log").open("ab") as out:
            self._up = subprocess.Popen(words, env=self.environment, cwd=ROOT, stdout=out, stderr=out)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._up.poll() is None:
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=3) as answer:
                if answer.status == 200:
                    return
            time.sleep(0.2)
        self.stop()
        raise SystemExit("Shubbak did not start:\n" + (self.home / "up.log").read_text("utf-8", "replace")[-2000:])

    def stop(self) -> None:
        """Ask it to stop and wait."""
        if self._up is not None and self._up.poll() is None:
            self._up.send_signal(signal.SIGTERM)
            self._up.wait(90)

    def run(self, module: str, *words: str) -> Any:
        """The last line a module of ours prints, as JSON; it sees this town's database."""
        said = subprocess.run(
            [sys.executable, "-m", module, *words],
            env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=900, check=True,
        )  # fmt: skip
        return json.loads(said.stdout.splitlines()[-1])


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
