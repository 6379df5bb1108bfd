"""The trail's verbs."""

from .anchor import anchor
from .forget_answers import forget_answers
from .once import Answer, once
from .record import record
from .record_many import Happening, record_many
from .seal import AnchorDisagrees, seal

__all__ = [
    "AnchorDisagrees",
    "Answer",
    "Happening",
    "anchor",
    "forget_answers",
    "once",
    "record",
    "record_many",
    "seal",
]
