"""The demo's one noun of its own."""

from .filled_day import FilledDay

__all__ = ["FilledDay"]
