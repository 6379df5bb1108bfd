"""Forms of a service's questions: what is asked, what was posted, and the rules a browser follows by itself."""

from .plan import plan

__all__ = ["plan"]
