"""Counting days as the law and the office count them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.definition import Escalation, Limit, Promise
from shubbak.flow.limits import due, escalates_on, promised


class Week:
    """Sunday to Thursday, and one feast."""

    feast = date(2026, 10, 6)

    def is_working(self, day: date) -> bool:
        return day.weekday() not in (4, 5) and day != self.feast

    def next_working(self, day: date) -> date:
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add_working(self, day: date, n: int) -> date:
        for _ in range(n):
            day = self.next_working(day + timedelta(days=1))
        return day


def _limit(days: int, **more: str) -> Limit:
    return Limit("l", "law", days, **more)  # type: ignore[arg-type]


THURSDAY = date(2026, 10, 1)
SATURDAY = date(2026, 10, 3)


@pytest.mark.parametrize(
    ("limit", "paused", "last"),
    [
        (_limit(30), [], date(2026, 10, 31)),
        (_limit(1), [], date(2026, 10, 2)),
        (_limit(1, rollover="next_working"), [], date(2026, 10, 4)),
        (_limit(5, rollover="next_working"), [], date(2026, 10, 7)),
        (_limit(3, unit="working"), [], date(2026, 10, 7)),
        (_limit(0), [], THURSDAY),
        (_limit(10), [(SATURDAY, date(2026, 10, 8))], date(2026, 10, 16)),
        (
            _limit(10),
            [(SATURDAY, date(2026, 10, 8)), (date(2026, 10, 5), date(2026, 10, 9))],
            date(2026, 10, 17),
        ),
        (_limit(10), [(date(2026, 10, 20), date(2026, 10, 22))], date(2026, 10, 11)),
        (_limit(2), [(THURSDAY, date(2026, 10, 2)), (date(2026, 10, 4), date(2026, 10, 6))], date(2026, 10, 4)),
        (_limit(3, unit="working"), [(THURSDAY, date(2026, 10, 5))], date(2026, 10, 11)),
        (_limit(10), [(SATURDAY, None)], date(2026, 10, 11)),
    ],
)
def test_last_day(limit: Limit, paused: list[tuple[date, date | None]], last: date) -> None:
    assert due(limit, started=THURSDAY, paused=paused, calendar=Week()) == last


def test_a_pause_still_running_moves_the_day_up_to_today() -> None:
    running = [(SATURDAY, None)]
    last = due(_limit(10), started=THURSDAY, paused=running, calendar=Week(), today=date(2026, 10, 8))
    assert last == date(2026, 10, 16)


def test_promises_and_escalation() -> None:
    day = promised(Promise(2), opened=THURSDAY, calendar=Week())
    assert day == date(2026, 10, 5)
    assert escalates_on(Escalation(1, "unit_head"), due=day, calendar=Week()) == date(2026, 10, 7)
    assert escalates_on(Escalation(1, "unit_head", "calendar"), due=day, calendar=Week()) == date(2026, 10, 6)


spans = st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 20)), max_size=4)


@given(st.integers(0, 60), spans, st.sampled_from(["calendar", "working"]))
def test_as_many_days_count_as_the_limit_has(days: int, spans: list[tuple[int, int]], unit: str) -> None:
    paused = [(THURSDAY + timedelta(a), THURSDAY + timedelta(a + n)) for a, n in spans]
    last = due(_limit(days, unit=unit), started=THURSDAY, paused=paused, calendar=Week())
    stopped = {start + timedelta(n) for start, end in paused for n in range(1, (end - start).days + 1)}
    counted = [THURSDAY + timedelta(n) for n in range(1, (last - THURSDAY).days + 1)]
    counted = [d for d in counted if d not in stopped and (unit == "calendar" or Week().is_working(d))]
    assert len(counted) == days
    assert not counted or counted[-1] == last
