"""Fees are explained at the window before anything is signed, and at the cashier; a slip tells days that moved."""

from __future__ import annotations

import io
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from shubbak.cases.models import CasePaper
from shubbak.cases.tests import kiosk
from shubbak.cases.tests.town import Town
from shubbak.documents.models import Paper
from shubbak.kernel import clock
from shubbak.kernel.ids import uuid7
from tests import cast

from .conftest import Counter
from .pages import text_of

SUNDAY = datetime(2026, 2, 1, 9, tzinfo=clock.CAIRO)
DECREE = '[{governorate: "04", amount: 40, from: 2026-01-01, source: Decree 12 of 2025}]'
RULE = "Width 3 m × Months 12 × Occupation rate 40 pounds/m/month"
GROUNDS = "Law 140 of 1956, article 7; Decree 12 of 2025"


@pytest.fixture
def stalls(town: Town, tmp_path: Path) -> Town:
    kiosk.publish(tmp_path, overrides=DECREE)
    return town


def test_the_window_explains_every_line_before_registering(stalls: Town, at_counter: Counter) -> None:
    typed = {"key": str(uuid7()), "unit": cast.DISTRICT, "channel": "window", "service": "stall", "kind": "citizen"}
    page = at_counter("clerk").post(
        "/counter/", typed | {"answers.width": "3", "answers.months": "12", "do": "refresh"}
    )
    text = text_of(page)
    assert RULE in text and "EGP 1,440.00" in text
    assert "14% of Occupation 1,440" in text and "EGP 201.60" in text
    assert "What these fees rest on" in text and GROUNDS in text
    assert "We promise an answer before" in text


def test_the_cashier_explains_and_sums_by_settlement_code(stalls: Town, at_counter: Counter) -> None:
    case = kiosk.reviewed(stalls, kiosk.ask(stalls).case)
    text = text_of(at_counter("cashier").get(f"/counter/cashier/collect/{case.number}/{stalls.open(case).id}/"))
    assert RULE in text and GROUNDS in text
    for code, pounds in (("12-07-02", "1,445.00"), ("90-02-14", "201.60")):
        assert re.search(rf"Settlement code {code}\s+EGP {pounds}", text)


def test_the_drawer_sums_by_settlement_code(stalls: Town, at_counter: Counter) -> None:
    case = kiosk.reviewed(stalls, kiosk.ask(stalls).case)
    stalls.pay(case)
    cashier = at_counter("cashier")
    [statement] = re.findall(
        r"/counter/cashier/statements/[0-9a-f-]+/", cashier.get("/counter/cashier/drawer/").content.decode()
    )
    text = text_of(cashier.get(statement))
    for code, pounds in (("12-07-01", "50.00"), ("12-07-02", "1,445.00"), ("90-02-14", "201.60")):
        assert re.search(rf"{code}\s+EGP {pounds}", text)


def test_a_slip_printed_again_tells_the_day_that_moved(stalls: Town, at_counter: Counter) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        from shubbak.cases.actions import show_slip

        first = show_slip(by=stalls.clerk, case_id=case.id)
        assert show_slip(by=stalls.clerk, case_id=case.id).id == first.id
        clock.advance(timedelta(days=2))
        stalls.pay(case)
        clerk = at_counter("clerk")
        assert "We waited for your payment (2 working days)." in text_of(clerk.get(f"/counter/cases/{case.number}/"))
        earlier = f"/counter/cases/{case.number}/papers/{first.id}/"
        printed = clerk.get(earlier)
        again = CasePaper.objects.select_related("paper").get(case=case, key="slip").paper
        assert again.id != first.id and Paper.objects.filter(pk=first.pk).exists()
        assert clerk.get(earlier).content == printed.content, "the link of an open page goes on working"
        assert CasePaper.objects.filter(case=case, key="slip").count() == 1
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.content)).pages)
    assert [
        word for word in ["17", "فبراير", "كان", "انتظرنا", "سدادك", "لا", "رسوم", "مستحقة"] if word not in text
    ] == []


def test_a_paper_of_another_case_is_not_printed(stalls: Town, at_counter: Counter) -> None:
    from shubbak.cases.actions import show_slip

    mine, other = kiosk.ask(stalls).case, kiosk.ask(stalls).case
    slip = show_slip(by=stalls.clerk, case_id=other.id)
    assert at_counter("clerk").get(f"/counter/cases/{mine.number}/papers/{slip.id}/").status_code == 404
