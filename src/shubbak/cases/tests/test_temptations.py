"""What somebody inside would try: to peek, to draw until the right friend is drawn, to wear two hats."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shubbak.cases.actions import act, recuse, show_slip, wake, withdraw
from shubbak.cases.models import Task
from shubbak.cases.queries import InboxFilter, case_for, find_cases, inbox
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor, Grant, Role
from shubbak.kernel.refusal import NotNow, NotThere, NotYours
from shubbak.payments.actions import void_receipt
from tests import cast

from .test_wake import MORNING
from .town import HIRED, Town

MORE = tuple(
    cast.Member(f"reviewer{i}@suez", f"م. مراجع {i}", cast.DISTRICT, ((Role.REVIEWER, cast.DISTRICT, None),))
    for i in range(3)
)


def test_a_blind_reviewer_is_not_handed_the_slip(town: Town) -> None:
    case = town.submit().case
    with pytest.raises(NotThere):
        show_slip(by=town.reviewer, case_id=case.id)
    assert not case.papers.exists()


def test_blindness_holds_while_the_role_sleeps(town: Town) -> None:
    case = town.submit().case
    path = "EG/04/0402/"
    drowsy = Actor(
        town.reviewer.id, town.reviewer.kind, (Grant(Role.CLERK, path),), 1, sleeping=(Grant(Role.REVIEWER, path),)
    )
    assert case_for(by=drowsy, number=case.number).person is None


def test_what_the_front_noted_does_not_reach_the_blind(town: Town) -> None:
    case = town.submit().case
    town.do("reviewer", case, "return", note="ينقص عقد الإيجار")
    town.do("clerk", case, "completed", note="أحضرت سعاد محمود العقد")
    notes = [h.note for h in case_for(by=town.reviewer, number=case.number).history]
    assert "أحضرت سعاد محمود العقد" not in notes and "ينقص عقد الإيجار" in notes


def test_asking_again_never_buys_another_draw(town: Town) -> None:
    town.staff.update(cast.hire(*MORE))
    case = town.submit().case
    first = town.open(case).assignee_id
    for _ in range(3):
        withdraw(by=town.clerk, case_id=case.id)
        case = town.submit().case
        assert town.open(case).assignee_id == first
    holder = next(n for n, a in town.staff.items() if a.id == first)
    town.do(holder.split("@")[0], case, "return", note="ينقص")
    town.do("clerk", case, "completed")
    assert town.open(case).assignee_id == first


def test_the_window_is_not_told_whom_the_draw_chose(town: Town) -> None:
    case = town.submit().case
    (task,) = case_for(by=town.clerk, number=case.number).tasks
    assert (task.assignee, task.assignee_id, task.drawn) == ("", None, None)
    (task,) = case_for(by=town.chief, number=case.number).tasks
    assert task.assignee and task.drawn


def test_a_second_draw_has_a_seed_of_its_own(town: Town) -> None:
    town.staff.update(cast.hire(*MORE))
    case = town.submit().case
    task = town.open(case)
    holder = next(a for a in town.staff.values() if a.id == task.assignee_id)
    recuse(by=holder, case_id=case.id, task_id=task.id, reason="قريبي")
    drawn = town.open(case).draw
    assert drawn is not None and drawn["nonce"] and drawn["seed"] != drawn["before"]["seed"]


def test_a_drawn_task_waits_when_nobody_could_be_drawn_and_is_drawn_when_somebody_can(town: Town) -> None:
    with clock.held(HIRED - timedelta(days=3)):
        case = town.submit(by=SYSTEM_CLERK).case
        task = town.open(case)
        assert task.assignee_id is None and task.draw == {"chosen": None, "pool": []}
        with pytest.raises(NotThere):
            act(by=town.reviewer, case_id=case.id, task_id=task.id, action="accept")
    with clock.held(HIRED + timedelta(days=1)):
        wake(by=SYSTEM, case_id=case.id)
        assert Task.objects.filter(case=case, assignee_id=town.reviewer.id).exists()


SYSTEM_CLERK = Actor(SYSTEM.id, SYSTEM.kind, (Grant(Role.CLERK, "EG/04/0402/"),), 2)


def test_escalation_lets_a_head_see_and_not_decide(town: Town) -> None:
    with clock.held(MORNING):
        case = town.submit().case
        clock.advance(timedelta(days=20))
        wake(by=SYSTEM, case_id=case.id)
        assert town.open(case).escalated_to == "department_head"
        with pytest.raises(NotThere):
            town.do("chief", case, "accept")


def test_whoever_collected_does_not_withdraw_for_the_citizen(town: Town) -> None:
    from shubbak.people.actions import grant_role
    from shubbak.people.models import Staff
    from shubbak.people.queries import actor_of_staff

    case = town.submit().case
    town.do("reviewer", case, "accept")
    town.do("chief", case, "accept", answers={"conditions": "طفاية"})
    town.pay(case)
    cashier = Staff.objects.get(number="cashier@suez")
    grant_role(by=SYSTEM, staff=cashier, role=Role.CLERK, unit=cast.DISTRICT, department=None)
    with pytest.raises(NotYours):
        withdraw(by=actor_of_staff("cashier@suez"), case_id=case.id)


def test_a_receipt_whose_permit_is_out_is_not_voided(town: Town) -> None:
    from .test_act import licensed

    case = licensed(town)
    receipt = town.receipts(case)[-1]
    with pytest.raises(NotNow):
        void_receipt(by=town.centre, receipt_id=receipt.id, reason="متأخر")


@pytest.mark.parametrize("junk", ["x", "zz_yy", "2026-01-01_no", "none_", "\u0000", "_"])
def test_a_place_that_no_page_gave_is_the_first_page(town: Town, junk: str) -> None:
    number = town.submit().case.number
    assert [r.number for r in find_cases(by=town.clerk, after=junk).items] == [number]
    for sort in ("due", "newest"):
        rows = inbox(by=town.reviewer, filters=InboxFilter(scope="mine", sort=sort), after=junk).items
        assert [r.number for r in rows] == [number]
