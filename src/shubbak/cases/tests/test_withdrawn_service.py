"""A service is withdrawn under its running cases: they go on, no new one begins, and the blind stay blind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from shubbak.cases.queries import case_for, find_cases
from shubbak.catalogue.actions import withdraw
from shubbak.catalogue.queries import forget_catalogue
from shubbak.kernel.refusal import NotThere

from .town import Town


@pytest.fixture
def gone(town: Town) -> Iterator[Town]:
    yield town
    forget_catalogue()


def test_a_running_case_goes_on_and_no_new_one_begins(gone: Town, client: Client) -> None:
    case = gone.submit().case
    doors = ("/services/shop-licence/", "/api/v1/services/shop-licence")
    assert [client.get(door).status_code for door in doors] == [200, 200]
    withdraw("shop-licence", source="Decree 12 of 2026")
    with pytest.raises(NotThere):
        gone.submit()
    assert [client.get(door).status_code for door in doors] == [404, 404]
    assert gone.do("reviewer", case, "accept").state != case.state
    assert case_for(by=gone.clerk, number=case.number).number == case.number


def test_the_blind_do_not_find_its_cases_by_a_name(gone: Town) -> None:
    gone.submit()
    withdraw("shop-licence", source="Decree 12 of 2026")
    assert find_cases(by=gone.clerk, q="سعاد").items
    assert not find_cases(by=gone.reviewer, q="سعاد").items
