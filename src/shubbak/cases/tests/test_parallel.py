"""A building permit: several authorities at the same time."""

from __future__ import annotations

import pytest

from shubbak.cases.actions import Paper, act
from shubbak.cases.models import Case, Task
from shubbak.cases.queries import InboxFilter, inbox
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import NotThere
from tests import cast

from .test_act import REPORT
from .town import Town

PERMIT = {
    "works": "new",
    "use": "commercial",
    "built_area": "420",
    "floors": "9",
    "height": "30",
    "site_address": "طريق السويس",
    "plot_number": "3",
    "validity_statement": "SV-2026-000121",
    "engineer_name": "دار الهندسة الحديثة",
    "engineer_number": "90017",
    "works_value": "40000000",
    "capacity": "owner",
}
PAPERS = (
    "national-id",
    "title-deed",
    "validity-statement",
    "drawings",
    "structural-note",
    "soil-report",
    "works-certificate",
    "supervision-contract",
    "insurance",
    "real-estate-tax",
)
AGENTS = (
    cast.Member("fire@suez", "عميد رأفت", "civil-defence-04", ((Role.AGENCY_REVIEWER, "civil-defence-04", None),)),
    cast.Member("water@suez", "م. هناء", "utilities-04", ((Role.AGENCY_REVIEWER, "utilities-04", None),)),
)


def at(case: Case, step: str) -> Task:
    return Task.objects.get(case=case, step=step, state="open")


def do(by: Actor, case: Case, step: str, action: str, **given: object) -> Case:
    return act(by=by, case_id=case.id, task_id=at(case, step).id, action=action, **given)  # type: ignore[arg-type]


@pytest.fixture
def consulted(town: Town) -> Case:
    """A tower's file, paid for, reviewed and sent to three authorities."""
    from shubbak.catalogue.queries import current

    town.staff.update(cast.hire(*AGENTS))
    known = {d.key for d in current("building-permit").service.documents}
    papers = [Paper(kind, seen_original=True) for kind in PAPERS if kind in known]
    case = town.submit("building-permit", answers=PERMIT, documents=papers).case
    town.pay(case)
    return town.do("reviewer", case, "accept")


def test_three_branches_open_at_once_each_in_its_own_hands(town: Town, consulted: Case) -> None:
    open_steps = set(Task.objects.filter(case=consulted, state="open").values_list("step", flat=True))
    assert open_steps == {"inspect", "civil-defence", "utilities"}
    seen = inbox(by=town.staff["fire@suez"], filters=InboxFilter(scope="queue"))
    assert [(r.number, str(r.step)) for r in seen.items] == [(consulted.number, "رأي الحماية المدنية")]
    with pytest.raises(NotThere):
        do(town.staff["water@suez"], consulted, "civil-defence", "consent")


def test_the_decision_waits_for_the_last_of_them(town: Town, consulted: Case) -> None:
    do(town.staff["fire@suez"], consulted, "civil-defence", "consent")
    do(town.inspector, consulted, "inspect", "conforms", answers=REPORT)
    assert set(Task.objects.filter(case=consulted, state="open").values_list("step", flat=True)) == {"utilities"}
    do(town.staff["water@suez"], consulted, "utilities", "consent")
    case = town.again(consulted.pk)
    assert not Task.objects.filter(case=case, state="parked").exists()
    assert town.open(case).role in ("unit_head", "department_head")


def test_a_tower_is_permitted(town: Town, consulted: Case) -> None:
    for who, step, action in (("fire", "civil-defence", "object"), ("water", "utilities", "consent")):
        answers = {"fire_objection": "سلم الهروب"} if action == "object" else {}
        do(town.staff[f"{who}@suez"], consulted, step, action, answers=answers)
    do(town.inspector, consulted, "inspect", "conforms", answers=REPORT)
    for _ in range(4):
        case = town.again(consulted.pk)
        if case.state == "issued":
            break
        task = town.open(case)
        if task.kind == "payment":
            from shubbak.cases.actions import take_payment

            take_payment(
                by=town.cashier, case_id=case.id, means="bank_deposit", amount=task.invoice.amount, reference="إشعار 7"
            )
            continue
        who = {"department_head": "chief", "unit_head": "head"}[task.role]
        first = {"decide": "approve", "sign": "sign"}[task.step]
        town.do(who, case, first)
    assert town.again(consulted.pk).state == "issued"
