"""A line of a list as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shubbak.cases.queries import CaseRow, InboxRow

from ..days import left
from ..words import STATES, TONES

KEYS = "123456789"
LAW_NEAR = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One task or case: the row, the key that opens it (for the first nine), what is left, and its state in words."""

    row: Any
    key: str
    left: int | None
    law_left: int | None
    state: Any
    tone: str

    @property
    def law_is_near(self) -> bool:
        """Whether the law's own limit is close enough to be shown beside the task's."""
        return self.law_left is not None and self.law_left <= LAW_NEAR


def lines(rows: Sequence[InboxRow | CaseRow]) -> list[Line]:
    """The rows of one page."""
    return [_line(row, KEYS[place] if place < len(KEYS) else "") for place, row in enumerate(rows)]


def _line(row: InboxRow | CaseRow, key: str) -> Line:
    due = row.due_on if isinstance(row, InboxRow) else row.promised_on
    law = left(row.law_due_on, "calendar")
    return Line(row, key, left(due), law, STATES.get(row.state, row.state), TONES.get(row.state, "soft"))
