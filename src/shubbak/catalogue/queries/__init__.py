"""Questions about what is offered."""

from .changed import last_change
from .offered import departments_of, offered
from .published import Published, current, forget_catalogue, judged_blindly, learn_versions, once_offered, version

__all__ = [
    "Published",
    "current",
    "departments_of",
    "forget_catalogue",
    "judged_blindly",
    "last_change",
    "learn_versions",
    "offered",
    "once_offered",
    "version",
]
