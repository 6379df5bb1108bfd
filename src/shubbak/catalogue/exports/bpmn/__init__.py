"""A service's flow as a BPMN 2.0 diagram that any BPMN editor opens, with its picture laid out from left to right."""

from .diagram import diagram

__all__ = ["diagram"]
