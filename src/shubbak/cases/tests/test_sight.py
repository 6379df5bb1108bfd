"""Who sees what: home and acting units, blind steps, the slip."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from shubbak.cases.queries import InboxFilter, case_for, find_cases, inbox, track, track_by_slip
from shubbak.catalogue.actions import load
from shubbak.catalogue.actions.load import SHIPPED
from shubbak.catalogue.queries import current, forget_catalogue
from shubbak.kernel.actor import SYSTEM, Role
from shubbak.kernel.refusal import NotThere
from shubbak.people.actions import hire_staff
from tests import cast

from .town import Town

ELSEWHERE = cast.Member("clerk@arbaeen", "منى السيد", "0401", ((Role.CLERK, "0401", None),))


def test_a_case_does_not_exist_outside_its_unit(town: Town) -> None:
    number = town.submit().case.number
    stranger = cast.hire(ELSEWHERE)["clerk@arbaeen"]
    assert case_for(by=town.clerk, number=number).number == number
    assert case_for(by=town.auditor, number=number).number == number
    for nobody in (stranger, town.analyst):
        with pytest.raises(NotThere):
            case_for(by=nobody, number=number)
        assert not find_cases(by=nobody).items


def test_a_blind_reviewer_never_learns_who_asked(town: Town) -> None:
    made = town.submit()
    seen = case_for(by=town.reviewer, number=made.case.number)
    assert seen.blind and seen.person is None
    shown = {a.key: a.shown for a in seen.answers}
    assert shown["trade_name"] == "••••••" and shown["area"] == "80"
    hidden = [d for d in seen.documents if d.hidden]
    assert len(hidden) == 6 and all(d.upload_id is None and not d.kind for d in hidden)
    rows = inbox(by=town.reviewer, filters=InboxFilter(scope="mine")).items
    assert [(r.person, r.blind) for r in rows] == [("", True)]
    assert not inbox(by=town.reviewer, filters=InboxFilter(scope="mine", q="سعاد")).items
    assert not find_cases(by=town.reviewer, q="سعاد").items


def test_a_case_stays_hidden_though_its_service_is_blind_no_more(town: Town, tmp_path: Path) -> None:
    made = town.submit()
    folder = tmp_path / "services"
    shutil.copytree(SHIPPED, tmp_path, ignore=shutil.ignore_patterns("*.py", "tests"), dirs_exist_ok=True)
    (file,) = folder.rglob("shop-licence.yaml")
    seen = [line for line in file.read_text("utf-8").splitlines(keepends=True) if "blind: yes" not in line]
    file.write_text("".join(line for line in seen if "needs: [activity, area, location_class" not in line), "utf-8")
    load(tmp_path)
    forget_catalogue()
    assert not any(step.blind for step in current("shop-licence").service.flow.steps.values())
    assert find_cases(by=town.reviewer, q=made.case.number).items[0].person == ""
    assert not find_cases(by=town.reviewer, q="سعاد").items
    assert not inbox(by=town.reviewer, filters=InboxFilter(scope="mine", q="سعاد")).items


def test_whoever_is_not_blind_sees_the_applicant_masked(town: Town) -> None:
    seen = case_for(by=town.head, number=town.submit().case.number)
    assert seen.person is not None and seen.person.name == "سعاد محمود إبراهيم"
    assert seen.person.number_masked == "••••••••••0028"


def test_the_slip_opens_its_own_case_and_no_other(town: Town) -> None:
    one, other = town.submit(), town.submit()
    found = track(number=one.case.number.lower(), code=one.tracking_code.lower())
    assert found is not None and found.number == one.case.number
    assert track(number=one.case.number, code=other.tracking_code) is None
    assert track(number=one.case.number, code="") is None
    assert track(number="0402-2026-000001-Z", code=one.tracking_code) is None
    assert track_by_slip(f"{one.case.number}-{one.tracking_code}") == found


def test_numbers_of_a_unit_follow_one_another(town: Town) -> None:
    serials = [int(town.submit().case.number.split("-")[2]) for _ in range(3)]
    assert serials == [1, 2, 3]


def test_a_reviewer_of_another_department_does_not_see_the_case(town: Town) -> None:
    from shubbak.people.actions import grant_role
    from shubbak.people.queries import actor_of_staff

    staff = hire_staff(by=SYSTEM, number="roads@suez", name="كريم", unit=cast.DISTRICT, password=cast.PASSWORD)
    grant_role(by=SYSTEM, staff=staff, role=Role.REVIEWER, unit=cast.DISTRICT, department="occupancy")
    roads = actor_of_staff("roads@suez")
    with pytest.raises(NotThere):
        case_for(by=roads, number=town.submit().case.number)
