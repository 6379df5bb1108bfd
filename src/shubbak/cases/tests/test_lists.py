"""Lists of cases: both parts of what one may see, in order, page after page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shubbak.cases import rules
from shubbak.cases.models import Case, Task
from shubbak.cases.queries import InboxFilter, find_cases, inbox, unpaid
from shubbak.kernel.actor import Actor, Grant, Role
from shubbak.kernel.ids import uuid7
from tests import cast

from .test_parallel import AGENTS, consulted
from .town import Town

__all__ = ["consulted"]
COMPLAINT = {
    "subject": "cleaning", "place": "شارع المدارس", "details": "تراكم القمامة أمام المدرسة منذ أسبوع",
    "dangerous": False, "answer_by": "message",
}  # fmt: skip
PATHS = (
    "EG/", "EG/04/", "EG/04/0402/", "EG/04/0401/", "EG/04/04S1/",
    "AG/", "AG/civil-defence/", "AG/civil-defence/04/", "AG/utilities/04/", "AG/traffic/04/",
)  # fmt: skip


def somebody(*grants: Grant) -> Actor:
    return Actor(id=uuid7(), kind="staff", grants=grants)


def everybody() -> Iterator[Actor]:
    """One for each role at each place, in all departments and in each of those that have anything to do there."""
    rows = Task.objects.values_list("department", flat=True).union(Case.objects.values_list("department", flat=True))
    departments = sorted(rows)
    for role in Role:
        for path in PATHS:
            for department in (None, *filter(None, departments)):
                yield somebody(Grant(role, path, department))


def test_both_parts_together_are_what_may_be_seen(town: Town, consulted: Case) -> None:
    """Cases at home, at agencies, and with a step in a department that is not the case's own."""
    town.submit()
    town.submit("complaint", answers=COMPLAINT, documents=[])
    assert Task.objects.filter(away=True).exists() and Task.objects.filter(away=False).exists()
    seen = 0
    for actor in everybody():
        home, came = rules.visible_parts(actor)
        expected = set(rules.visible_to(actor).values_list("pk", flat=True))
        assert {*home.values_list("pk", flat=True), *came.values_list("pk", flat=True)} == expected, actor.grants
        assert {row.id for row in find_cases(by=actor).items} == expected, actor.grants
        seen += bool(expected)
    assert seen > 50


def test_a_case_that_came_stands_in_the_list_of_whoever_it_came_to(town: Town, consulted: Case) -> None:
    fire = cast.hire(AGENTS[0])["fire@suez"] if "fire@suez" not in town.staff else town.staff["fire@suez"]
    town.submit()
    assert [row.number for row in find_cases(by=fire).items] == [consulted.number]
    assert not find_cases(by=fire, state="issued").items


def test_pages_follow_one_another_without_gap_or_repeat(town: Town, consulted: Case) -> None:
    made = [consulted.number, *(town.submit().case.number for _ in range(4))]
    by = somebody(Grant(Role.UNIT_HEAD, "EG/04/"), Grant(Role.AGENCY_REVIEWER, "AG/civil-defence/"))
    told: list[str] = []
    page = find_cases(by=by, limit=2)
    told += [row.number for row in page.items]
    while page.next:
        page = find_cases(by=by, limit=2, after=page.next)
        told += [row.number for row in page.items]
    assert told == made[::-1]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.UNIT_HEAD, Role.CLERK])
def test_only_a_cashier_of_the_place_is_told_who_must_pay(town: Town, role: Role) -> None:
    town.do("reviewer", town.submit().case, "accept")
    waiting = [row.case.number for row in unpaid(by=town.cashier)]
    for path, expected in (("EG/04/", waiting), ("EG/04/0402/", waiting), ("EG/04/0401/", []), ("AG/", [])):
        assert [row.case.number for row in unpaid(by=somebody(Grant(Role.CASHIER, path)))] == expected
    assert not unpaid(by=somebody(Grant(role, "EG/04/")))


@pytest.mark.parametrize("asked", ["سعاد محمود إبراهيم", "ابراهيم سعاد", "سعاد محم", "محمود س", "سعاد"])
def test_a_name_is_found_at_the_desk_though_it_is_half_typed(town: Town, asked: str) -> None:
    made = town.submit("complaint", answers=COMPLAINT, documents=[])
    by = somebody(Grant(Role.UNIT_HEAD, "EG/04/"))
    assert [row.number for row in inbox(by=by, filters=InboxFilter("all", q=asked)).items] == [made.case.number]
    for other in ("سعاد محسن", "سعا محمود", "فلان", "ق"):
        assert not inbox(by=by, filters=InboxFilter("all", q=other)).items
