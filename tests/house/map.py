"""Prints the floors as the contract has them: `make map`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.house import sources


def main() -> None:
    """One floor a line, top to bottom, with the first words of each plate."""
    for siblings in sources.floors():
        print(" | ".join(siblings))
        for name in siblings:
            module = (sources.PACKAGE / name / "__init__.py").read_text("utf-8").strip('"\n').split("\n")[0].strip('"')
            print(f"    {name}: {module}" if len(siblings) > 1 else f"    {module}")


if __name__ == "__main__":
    main()
