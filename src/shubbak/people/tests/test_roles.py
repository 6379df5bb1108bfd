"""Roles: where, in which department, from when until when, and only awake after a second factor."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor, ActorKind, Grant, Role
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import Invalid, NotThere, NotYours
from shubbak.people import queries
from shubbak.people.actions import disable_account, enable_account, end_role, grant_role, hire_staff
from shubbak.people.models import Holding, Staff
from shubbak.trail.models import Entry

TODAY = date(2026, 11, 22)
ADMIN = Actor(uuid7(), ActorKind.STAFF, (Grant(Role.ADMINISTRATOR, "EG/04/"),), 2)
NEW = {"number": "new@suez", "name": "منى عادل", "password": "a-window-is-open-7"}


def grants(staff: Staff, assurance: int = 2) -> list[tuple[str, str, str | None]]:
    actor = queries.actor_of(staff.account, assurance=assurance)
    return [(grant.role.value, grant.path, grant.department) for grant in actor.grants]


def test_a_grant_reaches_below_and_nowhere_else(hired: Any) -> None:
    staff = hired("r@suez", (Role.REVIEWER, "04", "organisation"))
    actor = queries.actor_of(staff.account, assurance=2)
    within = [actor.may_act({Role.REVIEWER}, path, "organisation") for path in ("EG/04/", "EG/04/0402/")]
    without = [actor.may_act({Role.REVIEWER}, path, "organisation") for path in ("EG/", "EG/18/1801/", "AG/water/04/")]
    assert (within, without) == ([True, True], [False, False, False])
    assert not actor.may_act({Role.REVIEWER}, "EG/04/0402/", "revenue")
    assert not actor.may_act({Role.UNIT_HEAD}, "EG/04/0402/", "organisation")


def test_a_role_is_held_from_its_first_day_until_before_its_last(hired: Any) -> None:
    staff = hired("r@suez")
    words = {"staff": staff, "role": Role.CLERK, "unit": "0402"}
    grant_role(by=SYSTEM, since=TODAY + timedelta(days=1), until=TODAY + timedelta(days=3), **words)
    held = []
    for _day in range(5):
        held.append(bool(grants(staff)))
        clock.advance(timedelta(days=1))
    assert held == [False, True, True, False, False]


def test_cairo_s_midnight_begins_the_day(hired: Any) -> None:
    staff = hired("r@suez")
    grant_role(by=SYSTEM, staff=staff, role=Role.CLERK, unit="0402", since=date(2026, 11, 23))
    clock.advance(timedelta(hours=11, minutes=59))
    assert grants(staff) == []
    clock.advance(timedelta(minutes=1))
    assert grants(staff) == [("clerk", "EG/04/0402/", None)]


def test_deciding_sleeps_until_a_second_factor(hired: Any) -> None:
    staff = hired("both@suez", (Role.CLERK, "0402"), (Role.UNIT_HEAD, "0402"))
    assert grants(staff, assurance=1) == [("clerk", "EG/04/0402/", None)]
    assert grants(staff, assurance=2) == [("clerk", "EG/04/0402/", None), ("unit_head", "EG/04/0402/", None)]
    assert queries.presence_of(staff.account, assurance=1).sleeping == {Role.UNIT_HEAD}


def test_an_ended_role_is_gone_at_once(hired: Any) -> None:
    staff = hired("r@suez", (Role.CLERK, "0402"))
    end_role(by=ADMIN, holding=Holding.objects.get())
    assert grants(staff) == []
    assert Entry.objects.filter(act="people.role_ended", subject_id=staff.pk).count() == 1


def test_a_role_that_never_began_never_begins(hired: Any) -> None:
    staff = hired("r@suez")
    holding = grant_role(by=SYSTEM, staff=staff, role=Role.CLERK, unit="0402", since=TODAY + timedelta(days=2))
    end_role(by=SYSTEM, holding=holding)
    clock.advance(timedelta(days=3))
    assert grants(staff) == []


def test_granting_twice_is_granting_once(hired: Any) -> None:
    staff = hired("r@suez", (Role.CLERK, "0402"), (Role.CLERK, "0402"))
    assert Holding.objects.filter(staff=staff).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(staff=staff, role="clerk", unit_id="0402", since=TODAY, granted_by=SYSTEM.id)


def test_an_administrator_rules_her_own_place_only(hired: Any) -> None:
    staff = hired("r@suez")
    grant_role(by=ADMIN, staff=staff, role=Role.CLERK, unit="0401")
    for unit in ("EG", "1801", "water-04"):
        with pytest.raises(NotThere):
            grant_role(by=ADMIN, staff=staff, role=Role.CLERK, unit=unit)
        with pytest.raises(NotThere):
            hire_staff(by=ADMIN, unit=unit, **NEW)
    assert grants(staff) == [("clerk", "EG/04/0401/", None)]
    assert not Staff.objects.filter(number="new@suez").exists()


def test_nobody_gives_herself_a_role(hired: Any) -> None:
    staff = hired("admin@suez", (Role.ADMINISTRATOR, "04"))
    with pytest.raises(NotYours):
        grant_role(by=queries.actor_of_staff("admin@suez"), staff=staff, role=Role.UNIT_HEAD, unit="0402")
    assert grants(staff) == [("administrator", "EG/04/", None)]


@pytest.mark.parametrize(
    "wrong", [{"department": "astrology"}, {"until": TODAY - timedelta(days=1)}], ids=["department", "until"]
)
def test_what_cannot_be_granted_is_refused(hired: Any, wrong: dict[str, Any]) -> None:
    staff = hired("r@suez")
    with pytest.raises(Invalid):
        grant_role(by=SYSTEM, staff=staff, role=Role.CLERK, unit="0402", **wrong)
    assert not Holding.objects.exists()


@pytest.mark.parametrize("wrong", [{"number": "r@suez"}, {"name": " "}, {"password": "too-short"}, {"number": ""}])
def test_who_cannot_be_hired_is_refused(hired: Any, wrong: dict[str, str]) -> None:
    hired("r@suez")
    with pytest.raises(Invalid):
        hire_staff(by=SYSTEM, unit="0402", **{**NEW, **wrong})
    assert Staff.objects.count() == 1


def test_a_draw_s_pool_is_who_is_qualified_today(hired: Any) -> None:
    here = hired("a@suez", (Role.REVIEWER, "0402", "organisation"))
    above = hired("b@suez", (Role.REVIEWER, "04"))
    hired("c@suez", (Role.REVIEWER, "0401", "organisation"))
    hired("d@suez", (Role.REVIEWER, "0402", "revenue"))
    hired("e@suez", (Role.CLERK, "0402", "organisation"))
    gone = hired("f@suez", (Role.REVIEWER, "0402", "organisation"))
    disable_account(by=ADMIN, staff=gone)
    pool = {"role": Role.REVIEWER, "path": "EG/04/0402/", "department": "organisation"}
    assert queries.qualified(**pool) == sorted([here.pk, above.pk])
    enable_account(by=ADMIN, staff=gone)
    with CaptureQueriesContext(connection) as statements:
        assert queries.qualified(**pool) == sorted([here.pk, above.pk, gone.pk])
    assert len(statements) == 1


def test_an_actor_costs_one_statement(hired: Any) -> None:
    staff = hired("r@suez", (Role.CLERK, "0402"), (Role.CASHIER, "0401"))
    account = Staff.objects.select_related("account").get(pk=staff.pk).account
    with CaptureQueriesContext(connection) as statements:
        queries.actor_of(account)
    assert len(statements) == 1
    assert queries.staff_names([staff.pk, uuid7()]) == {staff.pk: "موظف r@suez"}
