"""The catalogue as CPSV-AP 3.2, the European application profile for public services, in JSON-LD."""

from .catalogue import catalogue

__all__ = ["catalogue"]
