"""`shubbak calendar`: what a decision made of a day, from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from shubbak.config.command import main
from shubbak.places.models import CalendarDay
from shubbak.places.queries import calendar, forget_calendar

FREE = [
    "calendar",
    "set",
    "2026-11-24",
    "free",
    "--name",
    "عطلة السيل",
    "Flood holiday",
    "--source",
    "PM decision 9/2026",
]


@pytest.fixture(autouse=True)
def here(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command finds the test's database."""

    @contextmanager
    def database() -> Iterator[None]:
        yield

    monkeypatch.setattr("shubbak.config.commands.calendar.database", database)
    yield
    forget_calendar()


def test_a_day_is_made_free_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert calendar().is_working(date(2026, 11, 24))
    assert main(FREE) == 0
    assert not calendar().is_working(date(2026, 11, 24))
    assert main(["calendar", "list", "2026"]) == 0
    assert "2026-11-24 Tue  free    Flood holiday | عطلة السيل (PM decision 9/2026)" in capsys.readouterr().out


def test_a_holiday_is_made_worked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "set", "2026-10-06", "worked", "--name", "يوم عمل", "Workday", "--source", "قرار 3"]) == 0
    assert main(["calendar", "list", "2026"]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("2026-10-06"))
    assert line.split()[2] == "worked"


def test_a_day_is_not_moved_without_its_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*FREE[:-1], "  "]) == 1
    assert "اذكر القرار" in capsys.readouterr().err
    assert CalendarDay.objects.count() == 0
