"""Files from outside: looked into in a cell of their own, believed only for what was found there."""

from .judge import Accepted, judge

__all__ = ["Accepted", "judge"]
