"""The working calendar: the week, the national holidays, and the decisions that move them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from shubbak.kernel.actor import SYSTEM, Actor, ActorKind, Grant, Role
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.places import queries
from shubbak.places.actions import set_calendar_day
from shubbak.places.models import CalendarDay
from shubbak.places.queries import WorkingCalendar
from shubbak.places.queries.working_days import Override

PLAIN = WorkingCalendar()
SUEZ_ADMINISTRATOR = Actor(uuid7(), ActorKind.STAFF, (Grant(Role.ADMINISTRATOR, "EG/04/"),), 2)
DECISION = {"name_ar": "إجازة", "name_en": "Day off", "source": "PM decision 1 of 2026"}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 7), "عيد الميلاد المجيد"),
        (date(2024, 1, 25), "ثورة ٢٥ يناير وعيد الشرطة"),
        (date(2024, 4, 10), "عيد الفطر المبارك"),
        (date(2024, 5, 5), "عيد العمال (يوم تعويضي)"),
        (date(2024, 7, 11), "رأس السنة الهجرية (يوم تعويضي)"),
        (date(2030, 10, 10), "عيد القوات المسلحة (يوم تعويضي)"),
    ],
)
def test_national_holidays_are_not_worked(day: date, name: str) -> None:
    assert not PLAIN.is_working(day)
    assert {found.date: found.name_ar for found in PLAIN.holidays(day.year)}[day] == name


def test_the_week_is_sunday_to_thursday() -> None:
    worked = [PLAIN.is_working(date(2026, 11, day)) for day in range(15, 22)]
    assert worked == [True, True, True, True, True, False, False]


def test_days_that_hang_on_the_moon_say_so() -> None:
    feast = [found for found in PLAIN.holidays(2030) if found.name_en == "Eid al-Fitr"]
    assert [(found.date.isoformat(), found.estimated) for found in feast] == [
        ("2030-02-04", True),
        ("2030-02-05", True),
    ]


def test_working_days_are_counted_over_weekends_and_holidays() -> None:
    assert PLAIN.add_working(date(2026, 11, 19), 1) == date(2026, 11, 22)
    assert PLAIN.add_working(date(2026, 1, 6), 1) == date(2026, 1, 8)
    assert PLAIN.add_working(date(2026, 11, 20), 0) == date(2026, 11, 20)
    assert PLAIN.next_working(date(2026, 11, 20)) == date(2026, 11, 22)
    assert PLAIN.next_working(date(2026, 11, 22)) == date(2026, 11, 22)


@given(st.dates(date(2024, 1, 1), date(2029, 12, 1)), st.integers(1, 60))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    end = PLAIN.add_working(day, count)
    assert PLAIN.is_working(end)
    assert PLAIN.working_between(day, end) == count
    assert PLAIN.working_between(end, day) == -count


def test_days_are_not_taken_away() -> None:
    with pytest.raises(ValueError):
        PLAIN.add_working(date(2026, 11, 22), -1)


def test_a_decision_makes_a_friday_worked_and_a_sunday_free() -> None:
    moved = WorkingCalendar(
        {
            date(2026, 11, 20): Override(True, "", "", "decision"),
            date(2026, 11, 22): Override(False, "", "", "decision"),
        }
    )
    assert moved.add_working(date(2026, 11, 19), 1) == date(2026, 11, 20)
    assert moved.add_working(date(2026, 11, 20), 1) == date(2026, 11, 23)


def test_a_decision_is_seen_at_once_and_kept_with_its_source(country: None) -> None:
    assert queries.calendar().is_working(date(2026, 11, 22))
    set_calendar_day(by=SYSTEM, day=date(2026, 11, 22), is_working=False, **DECISION)
    assert not queries.calendar().is_working(date(2026, 11, 22))
    told = next(found for found in queries.calendar().holidays(2026) if found.date == date(2026, 11, 22))
    assert told.source == "PM decision 1 of 2026"


def test_the_latest_decision_wins(country: None) -> None:
    for working in (False, True):
        set_calendar_day(by=SYSTEM, day=date(2026, 11, 22), is_working=working, **DECISION)
    assert queries.calendar().is_working(date(2026, 11, 22))
    assert CalendarDay.objects.count() == 1


def test_a_decision_without_a_source_is_refused(country: None) -> None:
    with pytest.raises(Invalid):
        set_calendar_day(by=SYSTEM, day=date(2026, 11, 22), is_working=False, **{**DECISION, "source": " "})
    assert not CalendarDay.objects.exists()


def test_a_governorate_does_not_move_the_country_s_days(country: None) -> None:
    with pytest.raises(NotThere):
        set_calendar_day(by=SUEZ_ADMINISTRATOR, day=date(2026, 11, 22), is_working=False, **DECISION)
    assert not CalendarDay.objects.exists()


def test_the_calendar_is_answered_from_memory(country: None) -> None:
    queries.calendar()
    with CaptureQueriesContext(connection) as statements:
        queries.calendar().add_working(date(2026, 11, 22), 30)
    assert len(statements) == 0
