"""Limits held against a reckoner that counts day by day, over a real calendar with decisions upon it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shubbak.cases.models import Case
from shubbak.cases.reckoning import Reckoning
from shubbak.flow.definition import Limit, ServiceDefinition
from shubbak.flow.limits import due
from shubbak.flow.tests.making import citizen, service
from shubbak.places.queries import WorkingCalendar
from shubbak.places.queries.working_days import Override

FIRST = date(2026, 1, 1)
DAY = timedelta(days=1)
PAUSING = ("waiting_citizen", "waiting_payment")
STATES = ("in_progress", *PAUSING)

days = st.integers(0, 500).map(lambda n: FIRST + DAY * n)
calendars = st.dictionaries(days, st.booleans(), max_size=40).map(
    lambda decided: WorkingCalendar({day: Override(working, "", "", "") for day, working in decided.items()})
)
units = st.sampled_from(["calendar", "working"])
rollovers = st.sampled_from(["none", "next_working"])


def limited(limit: Limit) -> ServiceDefinition:
    """A service with that limit alone."""
    return replace(service("c", {"c": citizen("done")}), limits=(limit,))


def counted_by_day(limit: Limit, started: date, stopped: set[date], calendar: WorkingCalendar) -> date:
    """The last day, found by looking at each day once: does it count, and are there enough?"""
    day, left = started, limit.days
    while left:
        day += DAY
        counts = day not in stopped and (limit.unit == "calendar" or calendar.is_working(day))
        left -= counts
    while limit.rollover == "next_working" and not calendar.is_working(day):
        day += DAY
    return day


@given(days, st.integers(0, 90), units, rollovers, calendars, st.lists(st.tuples(days, st.integers(0, 40)), max_size=5))
def test_a_limit_is_due_when_enough_days_have_counted(
    started: date, length: int, unit: str, rollover: str, calendar: WorkingCalendar, waits: list[tuple[date, int]]
) -> None:
    limit = Limit("l", "law", length, unit=unit, rollover=rollover)
    paused = [(start, start + DAY * n) for start, n in waits]
    stopped = {start + DAY * i for start, n in waits for i in range(1, n + 1)}
    assert due(limit, started=started, paused=paused, calendar=calendar) == counted_by_day(
        limit, started, stopped, calendar
    )


@given(days, st.integers(0, 60), units, rollovers, calendars, st.integers(0, 40), st.integers(0, 40))
def test_a_pause_that_still_runs_counts_up_to_today(
    started: date, length: int, unit: str, rollover: str, calendar: WorkingCalendar, since: int, until: int
) -> None:
    limit = Limit("l", "law", length, unit=unit, rollover=rollover)
    from_day, today = started + DAY * since, started + DAY * (since + until)
    running = due(limit, started=started, paused=[(from_day, None)], calendar=calendar, today=today)
    ended = due(limit, started=started, paused=[(from_day, today)], calendar=calendar)
    assert running == ended


walks = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(STATES)), max_size=12)


@given(st.integers(0, 400), st.integers(1, 40), units, rollovers, calendars, walks)
def test_a_case_that_wanders_owes_the_days_in_which_it_did_not_wait(
    first: int, length: int, unit: str, rollover: str, calendar: WorkingCalendar, walk: list[tuple[int, str]]
) -> None:
    """Whatever the order of its states, a day counts unless the case was waiting when the day began; and the moves that
    were told lead, one from another, from the first promise to the last."""
    limit = Limit("promise", "promise", length, unit=unit, rollover=rollover, pauses=PAUSING)
    definition = limited(limit)
    case, day, state = Case(limits=[]), FIRST + DAY * first, "in_progress"
    begun = Reckoning(case, definition, on=day, calendar=calendar)
    begun.begin({"submission", "file_complete"})
    started, told, stopped = day, [], set()
    promised = case.limits[0]["due"]
    for wait, following in [*walk, (3, "in_progress")]:
        if state in PAUSING:
            stopped |= {day + DAY * i for i in range(1, wait + 1)}
        day += DAY * wait
        dates = Reckoning(case, definition, on=day, calendar=calendar)
        dates.turn(left=state, entered=following)
        told += dates.moved(None)
        state = following
    last = counted_by_day(limit, started, stopped, calendar)
    assert case.limits[0]["due"] == last.isoformat()
    chain = [date.fromisoformat(promised), *(move.after for move in told)]
    assert [move.before for move in told] == chain[:-1]
    assert chain[-1] == last
    assert all(move.before != move.after for move in told)


@given(calendars, calendars, st.integers(0, 300), st.integers(1, 40))
def test_counting_anew_is_counting_from_the_start(
    before: WorkingCalendar, after: WorkingCalendar, first: int, length: int
) -> None:
    limit = Limit("promise", "promise", length, unit="working", pauses=PAUSING)
    definition = limited(limit)
    day = FIRST + DAY * first
    case, fresh = Case(limits=[]), Case(limits=[])
    Reckoning(case, definition, on=day, calendar=before).begin({"submission"})
    Reckoning(fresh, definition, on=day, calendar=after).begin({"submission"})
    again = Reckoning(case, definition, on=day, calendar=after)
    again.recount(())
    assert case.limits == fresh.limits


def test_feasts_of_the_year_and_a_day_that_was_moved() -> None:
    """Sinai Liberation Day of 2027 fell on a Sunday and is kept on Thursday; a decision may put it back."""
    limit = Limit("l", "promise", 3, unit="working")
    plain = WorkingCalendar()
    put_back = {date(2027, 4, 29): Override(True, "", "", "قرار"), date(2027, 4, 28): Override(False, "", "", "قرار")}
    assert due(limit, started=date(2027, 4, 26), calendar=plain) == date(2027, 5, 2)
    assert due(limit, started=date(2027, 4, 26), calendar=WorkingCalendar(put_back)) == date(2027, 5, 2)
    assert due(limit, started=date(2027, 4, 25), calendar=plain) == date(2027, 4, 28)
    assert due(limit, started=date(2027, 4, 25), calendar=WorkingCalendar(put_back)) == date(2027, 4, 29)


def test_a_limit_of_law_that_ends_in_a_feast_rolls_over_it() -> None:
    limit = Limit("l", "law", 30, rollover="next_working")
    assert due(limit, started=date(2026, 4, 26), calendar=WorkingCalendar()) == date(2026, 5, 31)
