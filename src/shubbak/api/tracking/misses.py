"""Guessing a tracking code is slow: misses are counted by address and case number, hits never.

A phone shares its address with thousands of others, so one number guessed at from it holds off nobody else's. The count
stands in the database; that a pair is held off is also remembered here, so that a hit costs no statement.
"""

from __future__ import annotations

import time

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import NotThere, Refusal
from shubbak.people.actions import count_miss

ALLOWED, SECONDS = 10, 15 * 60
_MOST = 10_000
_held: dict[str, float] = {}


class HeldOff(Refusal):
    """Too many misses."""

    status = 429

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "held_off", _("Too many wrong codes for this number from here. Wait, then type it from the slip.")
        )
        self.headers = {"Retry-After": str(seconds)}


def must_not_be_held_off(address: str, number: str) -> None:
    """HeldOff for a pair that this process knows to be held off, whatever code comes now."""
    until = _held.get(_pair(address, number), 0.0)
    if until > time.monotonic():
        raise HeldOff(int(until - time.monotonic()) + 1)


def missed(address: str, number: str) -> Refusal:
    """Count a miss; the same answer whether there is such a case or not, until there were too many."""
    pair = _pair(address, number)
    if count_miss(door="track", subject=pair, allowed=ALLOWED, seconds=SECONDS):
        return NotThere("no_such_case", _("No case has this number and this code. Compare both with the slip."))
    if len(_held) >= _MOST:
        _held.clear()
    _held[pair] = time.monotonic() + SECONDS
    return HeldOff(SECONDS)


def _pair(address: str, number: str) -> str:
    return f"{address}|{number.strip().upper()[:40]}"
