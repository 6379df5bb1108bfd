"""The catalogue's verbs."""

from .load import load
from .withdraw import withdraw

__all__ = ["load", "withdraw"]
