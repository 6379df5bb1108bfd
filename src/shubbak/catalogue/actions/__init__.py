"""The catalogue's verbs."""

from .load import load

__all__ = ["load"]
