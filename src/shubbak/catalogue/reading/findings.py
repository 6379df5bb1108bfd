"""What is wrong in a file, where, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEPT, _LONGEST = 80, 1200
_QUOTED = re.compile(rf"“([^”]{{{_KEPT}}})[^”]+”")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake: the file, the line (from 1), the column (from 1; 0 when the whole line is meant), what and mend."""

    file: str
    line: int
    column: int
    what: str
    mend: str

    def __post_init__(self) -> None:
        """What is quoted is cut, and stands on one line."""
        for name in ("what", "mend"):
            said = _QUOTED.sub("“\\1…”", " ".join(getattr(self, name).split()))
            object.__setattr__(self, name, said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")

    def __str__(self) -> str:
        """`services/x.yaml:12:5: what. mend.`: the form that editors and terminals make clickable."""
        place = f"{self.file}:{self.line}" + (f":{self.column}" if self.column else "")
        return f"{place}: {self.what} {self.mend}"
