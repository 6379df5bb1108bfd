"""docs/define-a-service.md as the tests read it: its examples are files, and mistakes are made in them."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[4] / "docs" / "define-a-service.md"


def text() -> str:
    return PAGE.read_text("utf-8")


def examples() -> list[str]:
    """Every YAML block of the page, in order."""
    return re.findall(r"```yaml\n(.*?)```", text(), re.S)


def example(kind: str) -> str:
    """The one block that begins with this key."""
    (found,) = [block for block in examples() if block.startswith(f"{kind}:")]
    return str(found)
