"""Our own PostgreSQL, when no DATABASE_URL names one: found, started, watched and stopped from the state folder."""

from .server import Server, Unstartable

__all__ = ["Server", "Unstartable"]
