"""The shapes of the files, one class a piece; their small words; and what is said when something does not fit."""

from .asking import DocumentPart, FieldPart, SectionPart
from .charging import BandPart, FeeLinePart, OverridePart, RatePart, SchedulePart
from .service import ActionPart, ExamplePart, LimitPart, ServicePart, StepPart
from .wording import findings_of
from .words import Pair

__all__ = [
    "ActionPart",
    "BandPart",
    "DocumentPart",
    "ExamplePart",
    "FeeLinePart",
    "FieldPart",
    "LimitPart",
    "OverridePart",
    "Pair",
    "RatePart",
    "SchedulePart",
    "SectionPart",
    "ServicePart",
    "StepPart",
    "findings_of",
]
