"""A citizen finds a service, follows her application, and shows that her licence is real."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from .browser import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.models import Case
    from shubbak.cases.tests.town import Town

Opened = Callable[..., "Page"]
Checked = Callable[["Page"], None]


def licensed(town: Town) -> tuple[Case, str, str]:
    """A shop licence from the window to the permit: the case, its tracking code, the permit's token."""
    made = town.submit()
    case = made.case
    town.do("reviewer", case, "accept")
    town.do("chief", case, "accept", answers={"conditions": "طفاية حريق وتهوية"})
    town.pay(case)
    town.do("clerk", case, "ready")
    report = {"inspected_on": "2026-11-20", "inspection_report": "مطابق للاشتراطات"}
    town.do("inspector", case, "conforms", answers=report)
    town.pay(case)
    case = town.do("head", case, "approve")
    paper = case.papers.select_related("paper").get(key="shop-licence").paper
    return case, made.tracking_code, paper.token


def test_she_finds_what_opening_a_shop_needs_before_leaving_home(open_page: Opened, axe: Checked) -> None:
    page = open_page("/", width=PHONE)
    axe(page)
    page.fill("[name=q]", "عايز أفتح محل")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="ترخيص محل عام").first.click()
    assert page.locator("h1").inner_text() == "ترخيص محل عام"
    for heading in (
        "هل تحق لك؟",
        "الأوراق المطلوبة",
        "ماذا يحدث بعد التقديم؟",
        "الرسوم",
        "كم تستغرق؟",
        "أين ومتى بالقرب منك؟",
        "للشكوى",
        "القانون",
    ):
        assert page.get_by_role("heading", name=heading, exact=True).count() == 1
    axe(page)
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", name="How long it takes").count() == 1


def test_she_follows_her_application_and_mends_a_slip_of_the_hand(open_page: Opened, town: Town, axe: Checked) -> None:
    made = town.submit()
    number, code = made.case.number, made.tracking_code
    page = open_page("/track/", width=PHONE)
    axe(page)
    page.get_by_label("رقم الطلب").fill(number[:-1] + ("A" if number[-1] != "A" else "B"))
    page.get_by_label("كود المتابعة").fill(code)
    page.get_by_role("button", name="اعرض طلبي").click()
    summary = page.get_by_role("alert")
    assert summary.evaluate("one => one === document.activeElement")
    axe(page)
    summary.get_by_role("link").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(number.replace("-", " ").lower())
    page.get_by_role("button", name="اعرض طلبي").click()
    page.wait_for_url(f"**/T/{number}-{code}")
    assert page.get_by_role("heading", name="لا شيء مطلوب منك الآن").count() == 1
    assert page.locator("[aria-current=step]").count() == 1
    axe(page)


def test_she_tracks_without_javascript(open_page: Opened, town: Town) -> None:
    made = town.submit()
    page = open_page("/track/", width=PHONE, scripts=False)
    page.fill("[name=number]", made.case.number)
    page.fill("[name=code]", made.tracking_code)
    page.click("main button[type=submit]")
    assert "أين وصل طلبك؟" in page.content()


def test_her_licence_is_verified_with_a_connection_and_without(open_page: Opened, town: Town, axe: Checked) -> None:
    case, code, token = licensed(town)
    tracking = open_page(f"/T/{case.number}-{code}", width=PHONE)
    assert tracking.get_by_role("heading", name="ورقتك جاهزة").count() == 1
    axe(tracking)
    page = open_page("/verify/", width=PHONE)
    axe(page)
    page.get_by_label("ما يقوله رمز QR").fill(token)
    page.get_by_role("button", name="تحقق", exact=True).click()
    assert page.locator("h1").inner_text() == "صحيحة وسارية"
    axe(page)
    page.wait_for_function(
        "async () => navigator.serviceWorker.controller && "
        "(await (await caches.open('shubbak-seen-1')).keys()).some((one) => one.url.includes('/status/'))"
    )
    page.context.set_offline(True)
    page.goto(f"/V/{token}")
    page.get_by_role("heading", name="صحيحة وسارية").wait_for()
    assert page.locator("[data-claim=number]").inner_text() != ""
    axe(page)
    forged = token[:40] + ("A" if token[40] != "A" else "B") + token[41:]
    page.goto(f"/V/{forged}")
    page.get_by_role("heading", name="ليست صادرة منا").wait_for()
    page.context.set_offline(False)
    page.goto(f"/V/{forged}")
    assert page.locator("h1").inner_text() == "ليست صادرة منا"


PUBLIC = (
    "/",
    "/services/",
    "/services/?q=ضغثبلم",
    "/services/?q=رخصة",
    "/services/?event=building&who=investor&unit=0402",
    "/services/?all=1&page=2",
    "/services/building-permit/",
    "/services/kiosk-licence/?unit=0402",
    "/services/complaint/",
    "/services/building-permit/fees/?built_area=x",
    "/services/vertical-extension/fees/",
    "/track/",
    "/verify/",
    "/pay/",
    "/centres/",
    "/complain/",
    "/about/",
    "/privacy/",
    "/accessibility/",
    "/offline/ar/",
    "/V/AAAA",
    "/nowhere/",
    "/staff/sign-in/",
)


@pytest.mark.more
@pytest.mark.parametrize("dark", [False, True], ids=["bright", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_on_any_public_page(
    open_page: Opened, axe: Checked, language: str, width: int, dark: bool
) -> None:
    page = open_page("/", language=language, width=width, dark=dark)
    for path in PUBLIC:
        page.goto(path)
        axe(page)
