"""The catalogue's nouns."""

from .service import Service
from .version import ServiceVersion

__all__ = ["Service", "ServiceVersion"]
