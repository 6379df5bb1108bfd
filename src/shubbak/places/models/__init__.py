"""The nouns of places."""

from .calendar_day import CalendarDay
from .centre import Centre, CentreKind, Window
from .counter import Counter
from .department import Department
from .governorate import Governorate
from .unit import Unit, UnitKind

__all__ = [
    "CalendarDay",
    "Centre",
    "CentreKind",
    "Counter",
    "Department",
    "Governorate",
    "Unit",
    "UnitKind",
    "Window",
]
