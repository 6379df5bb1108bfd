"""What the clock alone does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from shubbak.cases.actions import sweep, wake
from shubbak.cases.models import Act, Case, Task
from shubbak.cases.queries import case_for
from shubbak.documents.queries import verify
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM

from .test_act import REPORT
from .town import Town

MORNING = datetime(2026, 9, 6, 9, 0, tzinfo=clock.CAIRO)


def test_sixty_days_of_silence_are_preliminary_acceptance_and_never_the_licence(town: Town) -> None:
    with clock.held(MORNING):
        case = town.submit().case
        clock.advance(timedelta(days=60))
        assert sweep() == 0 or town.again(case.pk).decision == ""
        clock.advance(timedelta(days=3))
        sweep()
        case = town.again(case.pk)
        assert (case.decision, case.decided_by_law) == ("acceptance", "acceptance")
        assert case.decided_on == date(2026, 11, 6)
        assert (case.state, town.open(case).step) == ("waiting_payment", "inspection-fee")
        assert not case.papers.exists()


def test_the_paper_of_a_tacit_decision_comes_after_payment_and_signature_and_says_so(town: Town) -> None:
    with clock.held(MORNING):
        case = town.submit().case
        clock.advance(timedelta(days=61))
        wake(by=SYSTEM, case_id=case.id)
        town.pay(case)
        town.do("clerk", case, "ready")
        town.do("inspector", case, "conforms", answers=REPORT)
        town.pay(case)
        town.do("head", case, "approve")
        seen = case_for(by=town.head, number=case.number)
        assert seen.state == "issued"
        assert seen.by_law is not None and "154" in str(seen.by_law.article)
        assert verify(case.papers.select_related("paper").get(key="shop-licence").paper.token).state == "valid"


def test_a_task_that_stands_too_long_climbs_to_a_head_once(town: Town) -> None:
    with clock.held(MORNING):
        case = town.submit().case
        clock.advance(timedelta(days=20))
        wake(by=SYSTEM, case_id=case.id)
        wake(by=SYSTEM, case_id=case.id)
        assert town.open(case).escalated_to == "department_head"
        assert Act.objects.filter(case=case, kind="escalated").count() == 1


def test_waiting_for_the_citizen_stops_the_promise_and_not_the_law(town: Town) -> None:
    with clock.held(MORNING):
        case = town.submit().case
        promised, law = case.promised_on, case.law_due_on
        town.do("reviewer", case, "return", note="ينقص عقد الإيجار", reason="incomplete")
        clock.advance(timedelta(days=14))
        case = town.do("clerk", case, "completed")
        assert promised is not None and case.promised_on is not None
        assert case.promised_on > promised + timedelta(days=11)
        assert case.law_due_on == law


@pytest.mark.parametrize("days", [1, 59])
def test_nothing_happens_before_its_day(town: Town, days: int) -> None:
    with clock.held(MORNING):
        case = town.submit().case
        before = Task.objects.filter(case=case).values_list("id", "state")[0]
        clock.advance(timedelta(days=days))
        wake(by=SYSTEM, case_id=case.id)
        assert Task.objects.filter(case=case).values_list("id", "state")[0] == before
        assert Case.objects.get(pk=case.pk).decision == ""
