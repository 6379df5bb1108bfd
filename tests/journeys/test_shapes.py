"""The other shapes: authorities asked together, a complaint answered, a reasoned refusal, silence that decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .hands import collect, decide

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.tests.town import Town

Signed = Callable[..., "Page"]
Opened = Callable[..., "Page"]
Checked = Callable[["Page"], None]

REPORT = {"inspected_on": "2026-11-20", "inspection_report": "الموقع مطابق للرسومات"}


def test_a_building_permit_asks_three_authorities_at_once(town: Town, sign_in: Signed, axe: Checked) -> None:
    from shubbak.cases.actions import Paper
    from shubbak.cases.tests.test_parallel import AGENTS, PERMIT
    from shubbak.catalogue.queries import current
    from tests import cast

    town.staff.update(cast.hire(*AGENTS))
    known = [d.key for d in current("building-permit").service.documents]
    case = town.submit(
        "building-permit", answers=PERMIT, documents=[Paper(kind, seen_original=True) for kind in known]
    ).case
    cashier = sign_in("cashier@suez")
    collect(cashier, case.number)
    decide(sign_in("reviewer@suez"), case.number, "الملف مستوفٍ")
    chief = sign_in("chief@suez", f"/desk/cases/{case.number}/")
    assert chief.locator("[aria-current=step]").count() == 3
    axe(chief)
    decide(sign_in("fire@suez"), case.number, "موافقة")
    decide(sign_in("water@suez"), case.number, "موافقة")
    decide(sign_in("inspector@suez"), case.number, "الموقع مطابق", REPORT)
    who = {"department_head": chief, "unit_head": sign_in("head@suez")}
    while town.again(case.pk).state != "issued":
        task = town.open(case)
        if task.kind == "payment":
            collect(cashier, case.number, "bank_deposit")
        else:
            actions = {a.key: a.label.ar for a in _actions(case, task.step) if a.kind == "approve"}
            decide(who[task.role], case.number, next(iter(actions.values())))
    axe(who["unit_head"])


def test_a_complaint_is_answered_and_its_author_reads_the_answer(
    town: Town, sign_in: Signed, open_page: Opened, axe: Checked
) -> None:
    from .test_window import COMPLAINT

    made = town.submit("complaint", answers={**COMPLAINT, "dangerous": False}, documents=[])
    number = made.case.number
    decide(sign_in("centre@suez"), number, "إحالة للبحث", {"referred_to": "إدارة الكهرباء"})
    answer = {"answer": "أُصلحت الأعمدة السبعة يوم الخميس", "outcome": "remedied"}
    decide(sign_in("reviewer@suez"), number, "تم البحث وهذا هو الرد", answer)
    decide(sign_in("clerk@suez"), number, "أُبلغ المواطن بالرد", {"told_by": "phone"})
    assert town.again(made.case.pk).state == "closed"
    page = open_page(f"/T/{number}-{made.tracking_code}", width=320)
    assert "أُصلحت الأعمدة السبعة يوم الخميس" in page.locator("main").inner_text()
    axe(page)


def test_a_refusal_names_its_reason_to_the_citizen(
    town: Town, sign_in: Signed, open_page: Opened, axe: Checked
) -> None:
    made = town.submit()
    number = made.case.number
    reviewer = sign_in("reviewer@suez", "/desk/")
    decide(reviewer, number, "رفض الطلب", {"reason": "activity-banned"})
    axe(reviewer)
    page = open_page(f"/T/{number}-{made.tracking_code}", width=320)
    assert "النشاط غير مسموح به في الموقع" in page.locator("main").inner_text()
    axe(page)


def test_sixty_days_of_silence_decide_by_the_clock(town: Town, open_page: Opened, axe: Checked) -> None:
    from shubbak.cases.actions import sweep
    from shubbak.kernel import clock

    with clock.held(datetime.now(clock.CAIRO) - timedelta(days=61)):
        made = town.submit()
    assert sweep() == 1
    assert town.again(made.case.pk).decision == "acceptance"
    page = open_page(f"/T/{made.case.number}-{made.tracking_code}", width=320)
    shown = page.locator("main").inner_text()
    assert "قبول مبدئي" in shown and "154" in shown
    axe(page)


def _actions(case: object, step: str) -> tuple[object, ...]:
    from shubbak.catalogue.queries import version

    return version(case.version_id).flow.steps[step].actions  # type: ignore[attr-defined]
