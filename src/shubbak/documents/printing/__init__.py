"""Papers as PDF: Typst templates filled from a paper's sealed facts."""

from .press import FACTS, printed

__all__ = ["FACTS", "printed"]
