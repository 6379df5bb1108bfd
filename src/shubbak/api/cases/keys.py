"""A case's key by its number. The two never part, so what was found once is remembered; sight is asked anew."""

from __future__ import annotations

from uuid import UUID

_MOST = 20_000
_known: dict[str, UUID] = {}


def remember(number: str, key: UUID) -> None:
    """Keep a pair; forget the oldest when there are too many."""
    if len(_known) >= _MOST:
        _known.pop(next(iter(_known)), None)
    _known[number] = key


def known(number: str) -> UUID | None:
    """The key of a case that this process has met."""
    return _known.get(number)


def forget() -> None:
    """Begin anew: for a process whose database was put back."""
    _known.clear()
