"""The trail's verbs."""

from .once import Answer, once
from .record import record
from .record_many import Happening, record_many

__all__ = ["Answer", "Happening", "once", "record", "record_many"]
