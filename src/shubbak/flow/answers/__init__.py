"""Answers to a service's questions: which apply, whether they fit, what they call for, what they cost."""

from .bringing import EarlierNamed, brought, earlier_fields
from .checking import DocumentNeeded, check, check_fields, documents_needed, visible_fields
from .facts import typed, typed_by, typed_value
from .schema import json_schema
from .values import Unfit, is_empty, read_value

__all__ = [
    "DocumentNeeded",
    "EarlierNamed",
    "Unfit",
    "brought",
    "check",
    "check_fields",
    "documents_needed",
    "earlier_fields",
    "is_empty",
    "json_schema",
    "read_value",
    "typed",
    "typed_by",
    "typed_value",
    "visible_fields",
]
