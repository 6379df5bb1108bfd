"""The tabs of money and dates: how a fee came about, a limit that is stopped, a day that moved."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shubbak.cases.tests import kiosk
from shubbak.cases.tests.town import Town
from shubbak.kernel import clock

from .conftest import Desk

SUNDAY = datetime(2026, 2, 1, 9, tzinfo=clock.CAIRO)


@pytest.fixture
def stalls(town: Town, tmp_path: Path) -> Town:
    kiosk.publish(tmp_path)
    return town


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()).replace(" .", ".")


def test_a_stopped_limit_says_so_and_a_moved_day_why(stalls: Town, at_desk: Desk) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        address = f"/desk/cases/{case.number}/dates/"
        stopped = words(at_desk("head", language="en").get(address).content.decode())
        assert "Our promise, the count is stopped 15 February 2026" in stopped
        assert "Stopped since 1 February 2026 Left when it goes on 10 working days" in stopped
        clock.advance(timedelta(days=2))
        stalls.pay(case)
        moved = words(at_desk("head", language="en").get(address).content.decode())
    assert (
        "It was 15 February 2026 and moved to 17 February 2026. We waited for your payment (2 working days)." in moved
    )
    assert "Stopped since" not in moved and "10 working days left" in moved


def test_an_invoice_is_told_line_by_line(stalls: Town, at_desk: Desk) -> None:
    case = kiosk.reviewed(stalls, kiosk.ask(stalls).case)
    told = words(at_desk("head", language="en").get(f"/desk/cases/{case.number}/money/").content.decode())
    assert "Width 3 m × Months 12 × Occupation rate 30 pounds/m/month" in told
    assert "Law 140 of 1956, article 7; Law 140 of 1956, schedule 1" in told
    assert "Settlement code 12-07-02 EGP 1,085.00" in told
