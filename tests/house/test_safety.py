"""Safe by default: a start without the demo passes Django's deployment checks, and its secrets are its own."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

from . import sources


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHUBBAK", "DATABASE", "DJANGO"))}
    return subprocess.run(
        [sys.executable, *words], env=kept | environment, cwd=sources.ROOT, capture_output=True, text=True, timeout=120
    )


def test_deployment_checks_have_nothing_to_say(tmp_path: Path) -> None:
    said = run(
        "-m", "django", "check", "--deploy", "--fail-level", "WARNING",
        SHUBBAK_HOME=str(tmp_path), DJANGO_SETTINGS_MODULE="shubbak.config.settings",
    )  # fmt: skip
    assert said.returncode == 0, said.stderr[-3000:]
    assert said.stdout.strip() == "System check identified no issues (0 silenced)."


def test_secrets_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    first = "from shubbak.config import start; start.prepare()"
    assert run("-c", first, SHUBBAK_HOME=str(tmp_path)).returncode == 0
    made = {path.name: path.read_bytes() for path in (tmp_path / "secrets").iterdir()}
    assert run("-c", first, SHUBBAK_HOME=str(tmp_path)).returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "secrets").iterdir()} == made
    assert {"django", "ring"} <= set(made)
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "secrets").iterdir()} == {0o600}
