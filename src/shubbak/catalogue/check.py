"""What is wrong in a folder of services; needs no database."""

from __future__ import annotations

from pathlib import Path

from .reading.findings import Finding
from .reading.folder import read_folder


def check(folder: Path | str) -> list[Finding]:
    """Every mistake in the YAML files below `folder`, by file and line, each with its mend; empty when it may load."""
    return read_folder(Path(folder))[1]
