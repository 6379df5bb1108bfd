"""Places' verbs."""

from .load_places import load_places
from .open_centre import open_centre
from .set_calendar_day import set_calendar_day
from .take_number import take_number

__all__ = ["load_places", "open_centre", "set_calendar_day", "take_number"]
