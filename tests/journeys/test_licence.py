"""A shop licence through every pair of hands, on the pages they use, in Arabic."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .hands import collect, decide, owe

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.tests.town import Town

Signed = Callable[..., "Page"]
Checked = Callable[["Page"], None]
Opened = Callable[..., "Page"]


def test_a_shop_licence_from_the_window_to_a_verified_permit(
    town: Town, sign_in: Signed, open_page: Opened, axe: Checked
) -> None:
    made = town.submit()
    number = made.case.number
    reviewer = sign_in("reviewer@suez", "/desk/")
    axe(reviewer)
    reviewer.goto(f"/desk/cases/{number}/")
    assert "سعاد" not in reviewer.content()
    axe(reviewer)
    decide(reviewer, number, "إعادة للاستكمال", {"note": "صورة عقد الإيجار غير واضحة"})
    clerk = sign_in("clerk@suez", f"/counter/cases/{number}/")
    assert "صورة عقد الإيجار غير واضحة" in clerk.content()
    axe(clerk)
    owe(clerk, number)
    decide(reviewer, number, "الملف مستوفٍ")
    decide(sign_in("chief@suez"), number, "قبول مبدئي", {"conditions": "طفاية حريق وتهوية"})
    cashier = sign_in("cashier@suez", "/counter/cashier/")
    axe(cashier)
    assert collect(cashier, number) == "000101"
    axe(cashier)
    owe(clerk, number)
    report = {"inspected_on": "2026-11-20", "inspection_report": "مطابق للاشتراطات"}
    decide(sign_in("inspector@suez"), number, "الاشتراطات مستوفاة", report)
    assert collect(cashier, number) == "000102"
    head = sign_in("head@suez")
    decide(head, number, "أمنح الترخيص")
    axe(head)
    case = town.again(made.case.pk)
    assert case.state == "issued"
    token = case.papers.select_related("paper").get(key="shop-licence").paper.token
    anybody = open_page(f"/V/{token}", width=320)
    assert anybody.locator("h1").inner_text() == "صحيحة وسارية"


def test_who_sits_in_front_cannot_decide_and_who_decides_cannot_collect(town: Town, sign_in: Signed) -> None:
    made = town.submit()
    number, task = made.case.number, town.open(made.case)
    clerk = sign_in("clerk@suez")
    for path in (f"/desk/cases/{number}/tasks/{task.id}/do/accept/", "/counter/cashier/"):
        answer = clerk.goto(path)
        assert answer is not None and answer.status == 404, path
    head = sign_in("head@suez")
    for path in ("/counter/", "/counter/cashier/", f"/desk/cases/{number}/tasks/{task.id}/do/accept/"):
        answer = head.goto(path)
        assert answer is not None and answer.status == 404, path
    assert town.again(made.case.pk).state == "submitted"
