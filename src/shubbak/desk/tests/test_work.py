"""Lists of work, over HTTP."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from shubbak.cases.actions import claim
from shubbak.cases.tests.town import Town
from shubbak.kernel import clock

from .conftest import Desk


def _page(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_drawn_task_lies_in_my_work_and_not_in_the_queue(town: Town, at_desk: Desk) -> None:
    number = town.submit().case.number
    reviewer = at_desk("reviewer")
    assert number in _page(reviewer, "/desk/")
    assert number not in _page(reviewer, "/desk/queue/")


def test_a_queued_task_moves_to_my_work_when_taken(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    town.do("reviewer", case, "accept")
    chief = at_desk("chief")
    assert case.number in _page(chief, "/desk/queue/")
    claim(by=town.chief, case_id=case.id, task_id=town.open(case).id)
    assert case.number not in _page(chief, "/desk/queue/")
    assert case.number in _page(chief, "/desk/")


def test_a_blind_row_names_nobody_and_a_name_does_not_find_it(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    reviewer = at_desk("reviewer")
    page = _page(reviewer, "/desk/")
    assert "سعاد" not in page
    assert "محجوب في هذه الخطوة" in page
    assert case.number not in _page(reviewer, "/desk/", q="سعاد محمود")
    assert case.number in _page(reviewer, "/desk/", q=case.number[:9])


def test_what_is_late_says_so_in_words(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    with clock.held(clock.now() + timedelta(days=30)):
        page = _page(at_desk("reviewer"), "/desk/", due="late")
    assert case.number in page
    assert "متأخر" in page
    assert case.number not in _page(at_desk("reviewer"), "/desk/", due="late")


def test_filters_that_mean_nothing_narrow_nothing(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    page = _page(at_desk("reviewer"), "/desk/", due="whenever", sort="sideways", service="none")
    assert case.number in page


def test_a_whole_number_opens_its_case(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    answer = at_desk("head").get("/desk/search/", {"q": case.number.lower()})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/desk/cases/{case.number}/")


def test_a_name_finds_the_case_however_hamza_is_written(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    assert case.number in _page(at_desk("auditor"), "/desk/search/", q="سعاد محمود ابراهيم")
    assert "لا يوجد هنا طلب كهذا" in _page(at_desk("auditor"), "/desk/search/", q="فاطمة الزهراء")
    assert case.number not in _page(at_desk("head"), "/desk/search/", q="سعاد محمود ابراهيم")


def test_only_who_oversees_has_the_whole_list(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    assert case.number in _page(at_desk("chief"), "/desk/all/")
    assert case.number in _page(at_desk("auditor"), "/desk/all/")
    assert at_desk("reviewer").get("/desk/all/").status_code == 404


@pytest.mark.parametrize("address", ["/desk/", "/desk/queue/", "/desk/search/"])
def test_the_desk_is_closed_to_strangers_and_to_analysts(town: Town, at_desk: Desk, address: str) -> None:
    assert Client().get(address).status_code == 302
    assert at_desk("analyst").get(address).status_code == 404


def test_english_is_whole(town: Town, at_desk: Desk) -> None:
    town.submit()
    page = _page(at_desk("reviewer", language="en"), "/desk/")
    assert 'lang="en"' in page
    assert "My work" in page
    assert "Hidden at this step" in page
