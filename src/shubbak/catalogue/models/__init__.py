"""The catalogue's nouns."""

from .reading import FolderReading
from .service import Service
from .version import ServiceVersion

__all__ = ["FolderReading", "Service", "ServiceVersion"]
