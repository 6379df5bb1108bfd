"""Questions about places: they never write."""

from .units import PlaceView, departments, forget_places, governorate_of, is_whole_governorate, resolve, unit, units
from .working_days import (
    STALE_SECONDS,
    DecidedDay,
    Holiday,
    WorkingCalendar,
    calendar,
    decided_since,
    forget_calendar,
)

__all__ = [
    "STALE_SECONDS",
    "DecidedDay",
    "Holiday",
    "PlaceView",
    "WorkingCalendar",
    "calendar",
    "decided_since",
    "departments",
    "forget_calendar",
    "forget_places",
    "governorate_of",
    "is_whole_governorate",
    "resolve",
    "unit",
    "units",
]
