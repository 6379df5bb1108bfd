"""What is owed is told line by line, and the promised day with every move of it, wherever the API gives an invoice."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shubbak.cases.tests import kiosk
from shubbak.kernel import clock

from .calling import Caller, Callers
from .test_life import pay

SUNDAY = datetime(2026, 2, 1, 9, tzinfo=clock.CAIRO)
STALL = {"service": "stall", "answers": {"width": "3", "months": "12"}, "documents": []}
FIRST = {
    "code": "examination-fee",
    "label": "Examination fee",
    "amount": "50.00",
    "settlement": "12-07-01",
    "rule": "A fixed amount",
    "source": "",
    "illustrative": True,
}


@pytest.fixture
def stalls(callers: Callers, tmp_path: Path) -> Callers:
    kiosk.publish(tmp_path)
    return callers


def test_a_registration_tells_the_lines_of_its_first_invoice(stalls: Callers) -> None:
    made = stalls.clerk.register(**STALL)
    assert made["invoice"] == {"total": "50.00", "currency": "EGP", "lines": [FIRST]}
    tracked = stalls.stranger.get(f"/track/{made['number']}", code=made["tracking_code"])
    assert tracked["invoices"] == [
        {"total": "50.00", "currency": "EGP", "state": "open", "lines": [FIRST], "receipt_number": ""}
    ]
    assert stalls.cashier.get(f"/cases/{made['number']}")["invoices"][0]["lines"] == [FIRST]


def test_a_line_tells_its_rule_in_the_language_asked_for(stalls: Callers) -> None:
    with clock.held(SUNDAY):
        made = stalls.clerk.register(**STALL)
        number = made["number"]
        pay(stalls, number)
        stalls.reviewer.act(number, "accept")
        stalls.inspector.act(number, "conforms", answers=kiosk.REPORT)
        stalls.head.act(number, "approve")
        arabic = Caller(language="ar").get(f"/track/{number}", code=made["tracking_code"])["invoices"][1]["lines"]
        english = stalls.stranger.get(f"/track/{number}", code=made["tracking_code"])["invoices"][1]["lines"]
    assert [line["settlement"] for line in english] == ["12-07-02", "90-02-14", "12-07-02"]
    assert english[0]["rule"] == "Width 3 m × Months 12 × Occupation rate 30 pounds/m/month"
    assert english[0]["source"] == "Law 140 of 1956, article 7; Law 140 of 1956, schedule 1"
    assert english[1]["rule"] == "14% of Occupation 1,080"
    assert arabic[0]["rule"] == "العرض 3 م × المدة بالشهور 12 × فئة الإشغال 30 جنيه/م/شهر"


def test_the_promise_tells_where_it_stands_and_how_it_came_there(stalls: Callers) -> None:
    with clock.held(SUNDAY):
        made = stalls.clerk.register(**STALL)
        assert made["due_at"] == "2026-02-15T23:59:59+02:00"
        clock.advance(timedelta(days=2))
        stalls._known.clear()  # tokens of the first day have run out
        pay(stalls, made["number"])
        moved_at = clock.cairo(clock.now()).isoformat(timespec="seconds")
        tracked = stalls.stranger.get(f"/track/{made['number']}", code=made["tracking_code"])
        whole = stalls.clerk.get(f"/cases/{made['number']}")
    move = {
        "at": moved_at,
        "before": "2026-02-15",
        "after": "2026-02-17",
        "limit": "promise",
        "why": "We waited for your payment (2 working days).",
    }
    for told in (tracked, whole):
        assert told["due_at"] == "2026-02-17T23:59:59+02:00"
        assert told["promise"] == {"on": "2026-02-17", "moved": [move]}
        assert told["law_limit"] == {"on": None, "moved": []}
