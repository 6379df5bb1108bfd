"""Questions about what is offered."""

from .changed import last_change
from .offered import departments_of, offered
from .published import Published, current, forget_catalogue, once_offered, version

__all__ = [
    "Published",
    "current",
    "departments_of",
    "forget_catalogue",
    "last_change",
    "offered",
    "once_offered",
    "version",
]
