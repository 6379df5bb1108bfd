from .act import Act
from .case import Case
from .document import CaseDocument
from .moved_date import MovedDate
from .paper import CasePaper
from .task import Task

__all__ = ["Act", "Case", "CaseDocument", "CasePaper", "MovedDate", "Task"]
