"""The only source of now. Tests and the demo world move it; nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

CAIRO = ZoneInfo("Africa/Cairo")

_held: datetime | None = None


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _held if _held is not None else datetime.now(timezone.utc)


def today() -> date:
    """The present day as Cairo counts it: every legal limit is counted in these days."""
    return now().astimezone(CAIRO).date()


def cairo(at: datetime) -> datetime:
    """`at` on a Cairo wall clock."""
    return at.astimezone(CAIRO)


@contextmanager
def held(at: datetime) -> Iterator[None]:
    """Hold the clock of the whole process at `at` (aware); nests, and puts the earlier clock back."""
    global _held
    if at.tzinfo is None:
        raise ValueError("the clock is held at an aware datetime")
    earlier, _held = _held, at.astimezone(timezone.utc)
    try:
        yield
    finally:
        _held = earlier


def advance(by: timedelta) -> None:
    """Move a held clock forward; an unheld clock cannot be moved."""
    global _held
    if _held is None:
        raise RuntimeError("only a held clock can be advanced")
    _held += by
