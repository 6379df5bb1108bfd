"""What no person does: silence speaks, debts lapse, decisions about the calendar move dates."""

from .recount import recount
from .sweep import sweep
from .wake import wake

__all__ = ["recount", "sweep", "wake"]
