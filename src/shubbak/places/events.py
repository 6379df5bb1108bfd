"""What places announce upward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CalendarDayDecided:
    """A decision made a day worked or free. Other processes count by it within `queries.STALE_SECONDS`."""

    day: date
    is_working: bool
    at: datetime
