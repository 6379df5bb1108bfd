"""Taking a case back, a receipt spoiled, a colleague stepping back."""

from __future__ import annotations

import pytest

from shubbak.cases.actions import assign, claim, recuse, release, withdraw
from shubbak.cases.models import Act, Task
from shubbak.kernel.actor import Role
from shubbak.kernel.refusal import Invalid, NotNow, NotThere, NotYours
from shubbak.payments.actions import void_receipt
from tests import cast

from .town import Town

SECOND = cast.Member("second@suez", "م. هالة منصور", cast.DISTRICT, ((Role.REVIEWER, cast.DISTRICT, None),))


def waiting(town: Town):  # type: ignore[no-untyped-def]
    case = town.submit().case
    town.do("reviewer", case, "accept")
    return town.do("chief", case, "accept", answers={"conditions": "طفاية"})


def test_a_withdrawn_case_owes_nothing(town: Town) -> None:
    case = waiting(town)
    invoice = town.open(case).invoice
    with pytest.raises(NotThere):
        withdraw(by=town.head, case_id=case.id)
    assert withdraw(by=town.clerk, case_id=case.id, note="عدلت عن المشروع").state == "withdrawn"
    invoice.refresh_from_db()
    assert invoice.state == "cancelled"
    with pytest.raises(NotNow):
        withdraw(by=town.clerk, case_id=case.id)


def test_a_voided_receipt_puts_the_case_back_until_somebody_went_on(town: Town) -> None:
    case = waiting(town)
    receipt = town.pay(case)
    assert town.open(case).step == "conditions"
    void_receipt(by=town.centre, receipt_id=receipt.id, reason="خطأ في وسيلة الدفع")
    assert (town.again(case.pk).state, town.open(case).step) == ("waiting_payment", "inspection-fee")
    again = town.pay(case)
    town.do("clerk", case, "ready")
    with pytest.raises(NotNow):
        void_receipt(by=town.centre, receipt_id=again.id, reason="متأخر")
    assert town.open(case).step == "inspect"


def test_stepping_back_from_a_draw_draws_again_among_the_others(town: Town) -> None:
    town.staff.update(cast.hire(SECOND))
    case = town.submit().case
    task = town.open(case)
    first = next(a for a in (town.reviewer, town.staff["second@suez"]) if a.id == task.assignee_id)
    other = town.staff["second@suez"] if first == town.reviewer else town.reviewer
    with pytest.raises(Invalid):
        recuse(by=first, case_id=case.id, task_id=task.id, reason=" ")
    recuse(by=first, case_id=case.id, task_id=task.id, reason="صاحب الطلب قريبي")
    task = town.open(case)
    assert task.assignee_id == other.id
    assert task.draw is not None and [p["staff"] for p in task.draw["pool"]] == [str(other.id)]
    assert task.draw["before"]["chosen"] == str(first.id)


def test_a_supervisor_assigns_with_a_reason_and_never_to_herself(town: Town) -> None:
    town.staff.update(cast.hire(SECOND))
    case = town.submit().case
    task = town.open(case)
    to = town.staff["second@suez"]
    with pytest.raises(NotYours):
        assign(by=town.chief, case_id=case.id, task_id=task.id, staff_id=town.chief.id, reason="لي")
    with pytest.raises(NotThere):
        assign(by=town.reviewer, case_id=case.id, task_id=task.id, staff_id=to.id, reason="له")
    assign(by=town.chief, case_id=case.id, task_id=task.id, staff_id=to.id, reason="إجازة الزميل")
    task = town.open(case)
    assert task.assignee_id == to.id and task.draw is not None and task.draw["override"]["to"] == str(to.id)
    assert Act.objects.filter(case=case, kind="assigned").count() == 1


def test_a_task_of_the_queue_is_taken_and_put_back(town: Town) -> None:
    case = town.submit().case
    town.do("reviewer", case, "accept")
    task = town.open(case)
    claim(by=town.chief, case_id=case.id, task_id=task.id)
    assert town.open(case).assignee_id == town.chief.id
    release(by=town.chief, case_id=case.id, task_id=task.id)
    assert Task.objects.get(pk=task.pk).assignee_id is None
