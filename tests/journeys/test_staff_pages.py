"""Axe and the narrow screen, on every page of staff, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from .browser import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.tests.town import Town

COUNTER = ("/counter/", "/counter/cases/", "/counter/cases/{number}/", "/counter/cases/{number}/withdraw/")
CASHIER = ("/counter/cashier/", "/counter/cashier/drawer/", "/counter/cashier/?q={owing}")
DESK_PAGES = (
    "/desk/",
    "/desk/queue/",
    "/desk/search/?q=سعاد",
    "/desk/cases/{number}/",
    "/desk/cases/{number}/answers/",
    "/desk/cases/{number}/money/",
    "/desk/cases/{number}/dates/",
    "/desk/cases/{number}/history/",
)
ROOMS = {
    "clerk@suez": COUNTER,
    "cashier@suez": CASHIER,
    "centre@suez": ("/counter/cashier/day/", "/counter/cashier/books/"),
    "reviewer@suez": DESK_PAGES,
    "chief@suez": ("/desk/all/", *DESK_PAGES[3:]),
    "auditor@suez": ("/desk/all/", "/desk/cases/{owing}/"),
    "head@suez": ("/staff/security/", "/staff/security/sessions/"),
}


@pytest.mark.more
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_on_any_page_of_staff(
    sign_in: Callable[..., Page], axe: Callable[[Page], None], town: Town, language: str, width: int
) -> None:
    case, owing = town.submit().case, town.submit().case
    town.do("reviewer", owing, "accept")
    town.do("chief", owing, "accept", answers={"conditions": "طفاية حريق وتهوية"})
    for number, paths in ROOMS.items():
        page = sign_in(number, "/", language=language, width=width)
        for path in paths:
            address = path.format(number=case.number, owing=owing.number)
            answer = page.goto(address)
            assert answer is not None and answer.status == 200, (number, address)
            axe(page)
