"""Whatever moves a promised date or the law's is kept with its reason, and nothing else is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from shubbak.cases.actions import act
from shubbak.cases.models import Act, Case, MovedDate
from shubbak.cases.queries import case_for, track
from shubbak.kernel import clock
from shubbak.payments.actions import void_receipt

from . import kiosk
from .test_statements import counted
from .town import Town

SUNDAY = datetime(2026, 2, 1, 9, tzinfo=clock.CAIRO)
LAW = """
  decision: {name: {ar: البت, en: Decision}, kind: law, within: 30 calendar days, from: file_complete,
    illustrative: yes}
"""
FROM_PAYMENT = """
  promise: {name: {ar: وعد, en: Promise}, kind: promise, within: 5 working days, from: fee_paid, illustrative: yes}
"""
FROM_STEP = """
  visit: {name: {ar: المعاينة, en: Visit}, kind: law, within: 7 calendar days, from: 'step:inspect', illustrative: yes}
"""
UNDONE = "The receipt was cancelled, and the count that began with the payment is undone."


@pytest.fixture
def stalls(town: Town, tmp_path: Path) -> Town:
    kiosk.publish(tmp_path)
    return town


def told(case: Case) -> list[tuple[str, str, str, str]]:
    """Kind, from, to and the English reason of each move."""
    rows = MovedDate.objects.filter(case=case).order_by("at", "id")
    return [(row.kind, str(row.before or ""), str(row.after or ""), row.why_en) for row in rows]


def test_waiting_for_payment_and_for_the_citizen_moves_the_promise_by_the_days_it_took(stalls: Town) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        assert (case.promised_on, told(case)) == (date(2026, 2, 15), [])
        clock.advance(timedelta(days=2))
        stalls.pay(case)
        clock.advance(timedelta(days=1))
        kiosk.returned(stalls, case)
        clock.advance(timedelta(days=6))
        stalls.do("clerk", case, "completed")
    assert told(case) == [
        ("promise", "2026-02-15", "2026-02-17", "We waited for your payment (2 working days)."),
        ("promise", "2026-02-17", "2026-02-23", "Your file waited for you (4 working days)."),
    ]
    assert stalls.again(case.pk).promised_on == date(2026, 2, 23)
    last = MovedDate.objects.latest("at")
    assert last.act == Act.objects.filter(case=case).latest("happened_at")
    assert (last.limit, last.why_ar) == ("promise", "انتظر ملفك استكمال المطلوب منك (4 أيام عمل).")


def test_a_pause_without_a_working_day_moves_and_tells_nothing(stalls: Town) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        stalls.pay(case)
        clock.advance(timedelta(days=4))
        kiosk.returned(stalls, case)
        clock.advance(timedelta(days=2))
        stalls.do("clerk", case, "completed")
        assert (told(case), stalls.again(case.pk).promised_on) == ([], date(2026, 2, 15))


def test_from_one_pause_straight_into_another_each_is_told_apart(town: Town, tmp_path: Path) -> None:
    """The head sends the case back to review, which returns it: payment was awaited before that, the citizen after."""
    kiosk.publish(tmp_path)
    from shubbak.cases.reckoning import Reckoning
    from shubbak.catalogue.queries import version
    from shubbak.places.queries import calendar

    with clock.held(SUNDAY):
        case = town.again(kiosk.ask(town).case.pk)
        service = version(case.version_id)
        dates = Reckoning(case, service, on=date(2026, 2, 3), calendar=calendar())
        dates.turn(left="waiting_payment", entered="waiting_citizen")
        (first,) = dates.moved(None)
        later = Reckoning(case, service, on=date(2026, 2, 5), calendar=calendar())
        later.turn(left="waiting_citizen", entered="in_progress")
        (second,) = later.moved(None)
    assert [first.why_en, second.why_en] == [
        "We waited for your payment (2 working days).",
        "Your file waited for you (2 working days).",
    ]
    assert case.limits[0]["paused"] == [["2026-02-01", "2026-02-03"], ["2026-02-03", "2026-02-05"]]
    assert second.after == date(2026, 2, 19)


def test_a_file_that_came_back_complete_begins_its_limit_anew(town: Town, tmp_path: Path) -> None:
    kiosk.publish(tmp_path, limits=LAW)
    with clock.held(SUNDAY):
        case = kiosk.ask(town).case
        town.pay(case)
        kiosk.returned(town, case)
        clock.advance(timedelta(days=9))
        town.do("clerk", case, "completed")
        assert told(case) == [
            ("law", "2026-03-03", "2026-03-12", "The file was completed, and the count began on that day.")
        ]
        town.do("reviewer", case, "accept")
        town.do("inspector", case, "conforms", answers=kiosk.REPORT)
        town.do("head", case, "approve")
        assert town.again(case.pk).law_due_on is None
        assert len(told(case)) == 1, "a limit that was met has not moved"


def test_a_limit_that_begins_late_says_since_when(town: Town, tmp_path: Path) -> None:
    kiosk.publish(tmp_path, limits=FROM_STEP)
    with clock.held(SUNDAY):
        case = kiosk.ask(town).case
        town.pay(case)
        town.do("reviewer", case, "accept")
    assert told(case) == [("law", "", "2026-02-08", "The count began with the step “Site inspection”.")]
    assert MovedDate.objects.get().why_ar == "بدأ حساب المدة مع خطوة «المعاينة على الطبيعة»."


def test_a_payment_begins_a_promise_and_a_void_receipt_takes_it_back(town: Town, tmp_path: Path) -> None:
    kiosk.publish(tmp_path, limits=FROM_PAYMENT)
    with clock.held(SUNDAY):
        case = kiosk.ask(town).case
        receipt = town.pay(case)
        void_receipt(by=town.centre, receipt_id=receipt.id, reason="خطأ في وسيلة الدفع")
        assert town.again(case.pk).promised_on is None
        clock.advance(timedelta(days=1))
        town.pay(case)
        assert town.again(case.pk).promised_on == date(2026, 2, 9)
    assert told(case) == [
        ("promise", "", "2026-02-08", "The count began on the day of payment."),
        (
            "promise",
            "2026-02-08",
            "",
            "The receipt was cancelled, and the count that began with the payment is undone.",
        ),
        ("promise", "", "2026-02-09", "The count began on the day of payment."),
    ]


def test_another_version_of_the_service_moves_nothing(stalls: Town, tmp_path: Path) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        kiosk.publish(tmp_path, limits=kiosk.PROMISE.replace("10 working", "3 working"))
        stalls.pay(case)
        assert (told(case), stalls.again(case.pk).promised_on) == ([], date(2026, 2, 15))
        assert kiosk.ask(stalls).case.promised_on == date(2026, 2, 4)


def test_it_is_written_with_the_act_and_costs_no_statement(stalls: Town) -> None:
    def completing(days: int) -> list[str]:
        case = kiosk.ask(stalls).case
        stalls.pay(case)
        kiosk.returned(stalls, case)
        clock.advance(timedelta(days=days))
        task = stalls.open(case)
        return counted(lambda: act(by=stalls.clerk, case_id=case.id, task_id=task.id, action="completed"))

    with clock.held(SUNDAY):
        completing(0)
        still, moved = completing(0), completing(3)
    assert len(moved) == len(still)
    assert sum("cases_moveddate" in sql for sql in moved) == 1
    assert not any("cases_moveddate" in sql for sql in still)


def test_the_moves_are_read_with_the_case(stalls: Town) -> None:
    with clock.held(SUNDAY):
        made = kiosk.ask(stalls)
        stalls.pay(made.case)
        kiosk.returned(stalls, made.case)
        waiting = track(number=made.case.number, code=made.tracking_code)
        assert waiting is not None and waiting.limits[0].stopped == date(2026, 2, 1)
        assert (waiting.limits[0].left, waiting.moves) == (10, ())
        clock.advance(timedelta(days=4))
        stalls.do("clerk", made.case, "completed")
        seen = case_for(by=stalls.head, number=made.case.number)
        tracked = track(number=made.case.number, code=made.tracking_code)
        cost = len(counted(lambda: track(number=made.case.number, code=made.tracking_code)))
    assert tracked is not None and tracked.moves == seen.moves
    (move,) = seen.moves
    assert (move.kind, move.before, move.after) == ("promise", date(2026, 2, 15), date(2026, 2, 19))
    assert move.at == clock.cairo(SUNDAY + timedelta(days=4))
    with translation.override("en"):
        assert str(move.why) == "Your file waited for you (4 working days)."
    assert seen.limits[0].stopped is None
    assert cost == 2, "the case with all that the page asks, and its invoices"


@pytest.mark.parametrize("sql", ["UPDATE cases_moveddate SET after = before", "DELETE FROM cases_moveddate"])
def test_what_was_told_stays(stalls: Town, sql: str) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        clock.advance(timedelta(days=1))
        stalls.pay(case)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert len(told(case)) == 1
