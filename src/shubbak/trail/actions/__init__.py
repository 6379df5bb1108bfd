"""The trail's verbs."""

from .anchor import anchor
from .forget_answers import forget_answers
from .insert_rows import insert_rows
from .once import Answer, once
from .record import record
from .record_many import Happening, record_many
from .seal import AnchorDisagrees, seal
from .update_row import update_row

__all__ = [
    "AnchorDisagrees",
    "Answer",
    "Happening",
    "anchor",
    "forget_answers",
    "insert_rows",
    "once",
    "record",
    "record_many",
    "seal",
    "update_row",
]
