"""The questions about cases: nothing here writes."""

from .case_for import case_for
from .find_cases import CasePage, CaseRow, UnpaidRow, case_key, find_cases, unpaid
from .inbox import InboxFilter, InboxPage, InboxRow, counts, inbox
from .preview import FeePreview, Preview, fee_previews, preview
from .surroundings import local_units, surroundings
from .track import code_of, track, track_by_slip, tracked_case
from .views import (
    ActionView,
    ActView,
    AnswerView,
    CaseView,
    DocumentView,
    InvoiceView,
    LimitView,
    LineView,
    MoveView,
    PaperView,
    StepView,
    TaskView,
    TrackView,
)

__all__ = [
    "ActView",
    "ActionView",
    "AnswerView",
    "CasePage",
    "CaseRow",
    "CaseView",
    "DocumentView",
    "FeePreview",
    "InboxFilter",
    "InboxPage",
    "InboxRow",
    "InvoiceView",
    "LimitView",
    "LineView",
    "MoveView",
    "PaperView",
    "Preview",
    "StepView",
    "TaskView",
    "TrackView",
    "UnpaidRow",
    "case_for",
    "case_key",
    "code_of",
    "counts",
    "fee_previews",
    "find_cases",
    "inbox",
    "local_units",
    "preview",
    "surroundings",
    "track",
    "track_by_slip",
    "tracked_case",
    "unpaid",
]
