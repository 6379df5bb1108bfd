"""A case from the first word to the permit, and every hand that must stay off it."""

from __future__ import annotations

import pytest

from shubbak.cases.actions import recuse
from shubbak.cases.models import Act, Case, Task
from shubbak.cases.queries import case_for
from shubbak.documents.queries import verify
from shubbak.kernel.refusal import Invalid, NotNow, NotThere, NotYours

from .town import Town

REPORT = {"inspected_on": "2026-11-20", "inspection_report": "مطابق للاشتراطات"}


def licensed(town: Town) -> Case:
    """A shop licence with a return for completion, two payments, an inspection and the head's approval."""
    case = town.submit().case
    town.do("reviewer", case, "return", note="صورة عقد الإيجار غير واضحة", reason="incomplete")
    town.do("clerk", case, "completed")
    town.do("reviewer", case, "accept")
    town.do("chief", case, "accept", answers={"conditions": "طفاية حريق وتهوية"})
    town.pay(case)
    town.do("clerk", case, "ready")
    town.do("inspector", case, "conforms", answers=REPORT)
    town.pay(case)
    return town.do("head", case, "approve")


def test_a_shop_licence_from_the_window_to_a_verified_permit(town: Town) -> None:
    case = licensed(town)
    assert (case.state, case.decision) == ("issued", "approval")
    paper = case.papers.select_related("paper").get(key="shop-licence").paper
    found = verify(paper.token)
    assert found.state == "valid"
    assert found.claims is not None and found.claims.holder == "سعاد م. إ."
    assert not Task.objects.filter(case=case, state__in=["open", "parked"]).exists()


def test_who_registered_does_not_see_the_deciders_actions_and_the_other_way_round(town: Town) -> None:
    case = town.submit().case
    before = Act.objects.count()
    for who in ("clerk", "cashier", "inspector", "chief", "auditor"):
        with pytest.raises(NotThere):
            town.do(who, case, "accept")
    assert Act.objects.count() == before
    assert town.again(case.pk).state == "submitted"


def test_the_same_case_is_not_decided_twice(town: Town) -> None:
    case = town.submit().case
    task = town.open(case)
    town.do("reviewer", case, "accept")
    from shubbak.cases.actions import act

    with pytest.raises(NotNow):
        act(by=town.reviewer, case_id=case.id, task_id=task.id, action="accept")


def test_a_refusal_needs_a_reason_from_the_list(town: Town) -> None:
    case = town.submit().case
    with pytest.raises(Invalid) as refused:
        town.do("reviewer", case, "reject", reason="because")
    assert [f.at for f in refused.value.faults] == ["answers.reason"]
    town.do("reviewer", case, "reject", reason="activity-banned")
    assert town.again(case.pk).state == "rejected"


def test_of_a_note_what_can_be_seen_is_kept(town: Town) -> None:
    case = town.submit().case
    with pytest.raises(Invalid) as refused:
        recuse(by=town.reviewer, case_id=case.id, task_id=town.open(case).id, reason="\u202e\u200b")
    assert [fault.code for fault in refused.value.faults] == ["required"]
    town.do("reviewer", case, "return", note="عقد\u202e\x07\r\nناقص", reason="incomplete")
    assert [row.note for row in case_for(by=town.reviewer, number=case.number).history if row.note] == ["عقد\nناقص"]


def test_the_database_keeps_opposed_hats_apart_whatever_the_code_does(town: Town) -> None:
    from django.db import IntegrityError

    case = town.submit().case
    first = Act.objects.get(case=case)
    with pytest.raises(IntegrityError):
        Act.objects.create(
            case=case,
            by_id=first.by_id,
            by_kind="staff",
            duty="approve",
            action="x",
            kind="approve",
            happened_at=first.happened_at,
        )


def test_whoever_registers_never_collects_though_she_may_hold_both_roles(town: Town) -> None:
    from shubbak.kernel.actor import SYSTEM, Role
    from shubbak.people.actions import grant_role
    from shubbak.people.models import Staff
    from shubbak.people.queries import actor_of_staff
    from tests import cast

    clerk = Staff.objects.get(number="clerk@suez")
    grant_role(by=SYSTEM, staff=clerk, role=Role.REVIEWER, unit=cast.DISTRICT, department=None)
    case = town.submit().case
    Task.objects.filter(case=case).update(assignee_id=None, draw=None)
    town.staff["both@suez"] = actor_of_staff("clerk@suez")
    with pytest.raises(NotYours):
        town.do("both", case, "accept")
    assert Act.objects.filter(case=case).count() == 1
