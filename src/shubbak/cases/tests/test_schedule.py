"""A case keeps the schedule of its submission day: by place, by day, whatever is decided afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shubbak.cases.models import Case
from shubbak.cases.queries import case_for, preview
from shubbak.kernel import clock
from shubbak.kernel.money import Money
from tests import cast

from . import kiosk
from .town import Town

MORNING = datetime(2026, 3, 1, 9, tzinfo=clock.CAIRO)
DECREES = """[
  {governorate: "04", amount: 40, from: 2026-01-01, source: Decree 12 of 2025},
  {unit: "0402", amount: 45, from: 2026-03-15, source: Decree 3 of 2026},
  {amount: 99, from: 2026-04-01, source: Law 1 of 2026}]"""


@pytest.fixture
def stalls(town: Town, tmp_path: Path) -> Town:
    kiosk.publish(tmp_path, overrides=DECREES)
    return town


def licence_fee(town: Town, case: Case) -> Money:
    """What the second payment comes to."""
    kiosk.reviewed(town, case)
    amount: Money = town.open(case).invoice.amount
    return amount


def foretold(day: datetime, unit: str = cast.DISTRICT) -> str:
    """What a form would say of the second payment, on that day and in that unit."""
    with clock.held(day):
        answers = {"width": "3", "months": "12"}
        seen = preview(service="stall", unit=unit, answers=answers, applicant_kind="citizen")
    return str(next(fee.total for fee in seen.fees if fee.key == "licence"))


@pytest.mark.parametrize(
    ("submitted", "total"),
    [("2026-03-01", "1646.60"), ("2026-03-14", "1646.60"), ("2026-03-15", "1851.80"), ("2026-04-02", "1851.80")],
)
def test_the_second_fee_weeks_later_is_that_of_the_first_day(stalls: Town, submitted: str, total: str) -> None:
    with clock.held(datetime.fromisoformat(f"{submitted}T09:00+02:00")):
        case = kiosk.ask(stalls).case
        clock.advance(timedelta(days=50))
        assert str(licence_fee(stalls, case)) == total


@pytest.mark.parametrize(
    ("unit", "day", "total"),
    [
        ("0402", "2026-03-14", "1646.60"),
        ("0402", "2026-03-15", "1851.80"),
        ("0401", "2026-03-15", "1646.60"),
        ("0401", "2026-05-01", "1646.60"),
        ("0102", "2026-03-15", "1236.20"),
        ("0102", "2026-04-01", "4067.96"),
    ],
)
def test_the_form_foretells_what_the_place_takes_on_the_day(stalls: Town, unit: str, day: str, total: str) -> None:
    assert foretold(datetime.fromisoformat(f"{day}T12:00+02:00"), unit) == total


def test_what_the_form_foretold_is_what_the_cashier_takes(stalls: Town) -> None:
    told = foretold(MORNING)
    with clock.held(MORNING):
        case = kiosk.ask(stalls).case
        clock.advance(timedelta(days=40))
        assert str(licence_fee(stalls, case)) == told


def test_a_schedule_loaded_after_submission_is_for_later_requests(stalls: Town, tmp_path: Path) -> None:
    with clock.held(MORNING):
        first = kiosk.ask(stalls).case
        kiosk.publish(tmp_path, overrides='[{unit: "0402", amount: 70, from: 2026-01-01, source: Decree 9 of 2026}]')
        second = kiosk.ask(stalls).case
        assert str(licence_fee(stalls, first)) == "1646.60"
        assert str(licence_fee(stalls, second)) == "2877.80"


def test_every_line_says_how_it_came_about_and_what_it_rests_on(stalls: Town) -> None:
    with clock.held(MORNING):
        made = kiosk.ask(stalls)
        kiosk.reviewed(stalls, made.case)
        seen = case_for(by=stalls.cashier, number=made.case.number)
    lines = {line.code: line for line in seen.invoices[-1].lines}
    occupation = lines["occupation"]
    assert occupation.rule is not None
    assert occupation.rule.en == "Width 3 m × Months 12 × Occupation rate 40 pounds/m/month"
    assert occupation.rule.ar == "العرض 3 م × المدة بالشهور 12 × فئة الإشغال 40 جنيه/م/شهر"
    assert occupation.source == "Law 140 of 1956, article 7; Decree 12 of 2025"
    assert not occupation.illustrative
    assert lines["tax"].rule is not None and lines["tax"].rule.en == "14% of Occupation 1,440"
    assert [str(money) for _, money in seen.invoices[-1].by_settlement_code] == ["1445.00", "201.60"]
