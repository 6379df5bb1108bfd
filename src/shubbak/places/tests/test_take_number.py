"""Numbers: one statement, no gap, no doubling, never back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.places.actions import load_places, take_number
from shubbak.places.models import Counter


def take(unit: str = "0402", series: str = "case", year: int = 2026) -> int:
    return take_number(unit=unit, series=series, year=year)


def test_numbers_run_from_one_in_each_series(country: None) -> None:
    assert [take(), take(), take(series="slip"), take(unit="0401"), take(year=2027), take()] == [1, 2, 1, 1, 1, 3]


def test_taking_is_one_statement(country: None) -> None:
    with CaptureQueriesContext(connection) as statements:
        take()
    assert len(statements) == 1


def test_a_rollback_gives_the_number_back(country: None) -> None:
    take()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert take() == 2
        raise ZeroDivisionError
    assert take() == 2


@pytest.mark.parametrize("last", [0, 1, 2, 4, -1])
def test_no_counter_moves_but_by_one(country: None, last: int) -> None:
    take(), take()
    with pytest.raises(DatabaseError), transaction.atomic():
        Counter.objects.filter(unit="0402").update(last=last)
    assert take() == 3


def test_no_counter_moves_to_another_series(country: None) -> None:
    take()
    with pytest.raises(DatabaseError), transaction.atomic():
        Counter.objects.filter(unit="0402").update(year=2025, last=2)


def test_no_counter_is_deleted(country: None) -> None:
    take()
    with pytest.raises(DatabaseError), transaction.atomic():
        Counter.objects.all().delete()
    assert take() == 2


def test_windows_that_take_at_once_get_every_number_once(live: None) -> None:
    load_places()

    def window(_: int) -> list[int]:
        numbers = []
        for _turn in range(10):
            with transaction.atomic():
                numbers.append(take())
        connection.close()
        return numbers

    with ThreadPoolExecutor(4) as windows:
        taken = sorted(number for numbers in windows.map(window, range(4)) for number in numbers)
    assert taken == list(range(1, 41))
