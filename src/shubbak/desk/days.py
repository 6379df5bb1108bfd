"""What is left of a date, today."""

from __future__ import annotations

from datetime import date

from shubbak.kernel import clock
from shubbak.places.queries import calendar

FAR = 400


def left(on: date | None, unit: str = "working") -> int | None:
    """Days from today to `on` in its unit, negative when late; None without a date, or when it is years away."""
    if on is None or abs((on - clock.today()).days) > FAR:
        return None
    if unit == "working":
        return calendar().working_between(clock.today(), on)
    return (on - clock.today()).days
