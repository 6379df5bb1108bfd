"""The whole catalogue as a workbook that a reviewer opens and fills: right to left, filtered, with places for notes."""

from .workbook import workbook

__all__ = ["workbook"]
