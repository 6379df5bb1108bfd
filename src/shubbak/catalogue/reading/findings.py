"""What is wrong in a file, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake: the file, the line (from 1), the column (from 1; 0 when the whole line is meant), what and mend."""

    file: str
    line: int
    column: int
    what: str
    mend: str

    def __str__(self) -> str:
        """`services/x.yaml:12:5: what. mend.`: the form that editors and terminals make clickable."""
        place = f"{self.file}:{self.line}" + (f":{self.column}" if self.column else "")
        return f"{place}: {self.what} {self.mend}"
