"""A value that does not read as its kind."""

from __future__ import annotations

from typing import Any

from shubbak.kernel.arabic import visible

from ..words import Text


class Unfit(ValueError):
    """A code for machines and the mend in both languages."""

    def __init__(self, code: str, message: Text) -> None:
        super().__init__(code)
        self.code, self.message = code, message


def is_empty(value: Any) -> bool:
    """Whether nothing was answered that anybody can see."""
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    return value is None or value == [] or (isinstance(value, str) and not visible(value))
