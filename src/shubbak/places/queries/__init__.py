"""Questions about places: they never write."""

from .units import PlaceView, departments, forget_places, resolve, unit, units
from .working_days import Holiday, WorkingCalendar, calendar, forget_calendar

__all__ = [
    "Holiday",
    "PlaceView",
    "WorkingCalendar",
    "calendar",
    "departments",
    "forget_calendar",
    "forget_places",
    "resolve",
    "unit",
    "units",
]
