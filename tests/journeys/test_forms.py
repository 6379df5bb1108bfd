"""A form of every kind: filled by keys, on a phone, without a script; and an act that asks as much."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests import cast
from tests.trial_services import EVERY_KIND, PAPERS, PERMIT, load_trials

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.tests.town import Town

pytestmark = pytest.mark.more
Signed = Callable[..., "Page"]
Checked = Callable[["Page"], None]


@pytest.fixture
def town(town: Town) -> Town:
    from shubbak.catalogue.queries import forget_catalogue

    load_trials()
    forget_catalogue()
    return town


def begin(page: Page, words: str = "كل الأنواع") -> None:
    """A newcomer and a service, by keys: the service is walked to with the arrow."""
    keys = page.keyboard
    page.locator("#at-applicant-number").fill(cast.CITIZEN["number"])
    keys.press("Enter")
    page.locator("[name=name]").fill(cast.CITIZEN["name"])
    keys.press("Alt+2")
    keys.type(words)
    page.locator("button[value=every-kind]").wait_for()
    page.locator("button[name=choose]").nth(6).wait_for(state="detached")
    keys.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "every-kind"
    keys.press("Enter")
    page.locator("[name='answers.trade_name']").wait_for()


def shown(page: Page, path: str) -> bool:
    return page.locator(f"[data-field='{path}']").is_visible()


def fees(page: Page) -> str:
    return page.locator("[data-fee-total] bdi").inner_text()


def test_conditions_flip_and_nothing_typed_is_lost(town: Town, sign_in: Signed, axe: Checked) -> None:
    page = sign_in("clerk@suez", "/counter/")
    begin(page)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if one.method == "POST" else None)
    page.fill("[name='answers.shop_area']", "١٢٠")
    page.check("[name='answers.serves_food'][value=yes]")
    page.locator("[name='answers.menu']").fill("شاي وقهوة")
    assert page.locator("[data-paper=health]").is_visible() and page.locator("[data-paper=plan]").is_visible()
    assert (fees(page), page.locator("[data-fee=food]").is_visible()) == ("330.60", True)
    page.check("[name='answers.serves_food'][value=no]")
    page.locator("[data-field=menu]").wait_for(state="hidden")
    assert not page.locator("[data-paper=health]").is_visible()
    assert fees(page) == "273.60"
    words = page.locator("[data-fees] > [data-explains='']").first
    assert words.inner_text().strip() == "" or not words.is_visible()  # no sum in words beside another in figures
    page.check("[name='answers.serves_food'][value=yes]")
    page.locator("[data-field=menu]").wait_for()
    assert page.input_value("[name='answers.menu']") == "شاي وقهوة"
    page.fill("[name='answers.trade_name']", "Nour")
    page.locator("[data-field=trade_name] .error").wait_for()
    page.fill("[name='answers.trade_name']", "النور")
    page.locator("[data-field=trade_name] .error").wait_for(state="detached")
    assert asked == [], "the page needed no answer of the server for this"
    axe(page)


def test_a_clerk_registers_every_kind(town: Town, sign_in: Signed, axe: Checked) -> None:
    page = sign_in("clerk@suez", "/counter/", language="en")
    begin(page, "every kind")
    fill_in(page)
    page.locator("[data-hijri] summary").first.click()
    assert "Shawwal 1447" in page.locator("[data-hijri] output").first.inner_text()
    svg = page.locator(".sketch svg")
    svg.click(position={"x": 150, "y": 100})
    before = page.input_value("[name='answers.spot.lat']")
    svg.focus()
    page.keyboard.press("ArrowUp")
    assert page.input_value("[name='answers.spot.lat']") > before
    page.select_option("[name='answers.where.governorate']", "01")
    page.locator("[name='answers.where.unit'] option[value='0101']").wait_for(state="attached")
    page.select_option("[name='answers.where.unit']", "0101")
    for paper in PAPERS:
        page.check(f"[name='seen.{paper}']")
    page.locator("[data-fee=area] .rule").wait_for()
    assert "120" in page.locator("[data-fee=area] .rule").inner_text()
    axe(page)
    page.keyboard.press("Alt+Enter")
    page.wait_for_url("**/counter/done/**")
    case = town.again_by_number(page.locator("#number").inner_text())
    from shubbak.cases.answers import Answers

    form = Answers.opened(case.answers_sealed).form
    assert form["where"] == {"governorate": "01", "unit": "0101", "street": "شارع الجيش 3"}
    assert (form["total_area"], [row["room_area"] for row in form["floors"]]) == ("120.5", ["70", "50.5"])
    page.goto(f"/counter/cases/{case.number}/")
    axe(page)


def test_on_a_phone(town: Town, sign_in: Signed, axe: Checked) -> None:
    page = sign_in("clerk@suez", "/counter/", width=320)
    begin(page)
    fill_in(page)
    page.locator("[data-row-drop]").first.click()
    assert page.locator("[data-row]").count() == 1
    assert page.locator("[data-field=total_area] output").inner_text() == "50.5"
    page.locator("#register").click()
    page.locator(".errors").wait_for()
    axe(page)


def test_an_earlier_permit_fills_what_is_empty(town: Town, sign_in: Signed, axe: Checked) -> None:
    case = town.submit("trial-permit", answers=PERMIT, documents=[]).case
    town.do("reviewer", case, "accept")
    number = town.do("chief", case, "approve").papers.get(key="trial-permit").paper.number
    page = sign_in("clerk@suez", "/counter/")
    page.locator("#at-applicant-number").fill(cast.CITIZEN["number"])
    page.keyboard.press("Enter")
    page.locator(".found").wait_for()
    page.locator("#at-sought").fill("كل الأنواع")
    page.locator("button[value=every-kind]").click()
    page.fill("[name='answers.shop_area']", "50")
    page.fill("[name='answers.permit']", number)
    page.locator("#f-permit-fetch").click()
    page.locator("[data-found]").wait_for()
    assert page.input_value("[name='answers.trade_name']") == PERMIT["trade_name"]
    assert page.input_value("[name='answers.shop_area']") == "50"
    assert page.input_value("[name='answers.floors.0.room_name']") == "المخزن"
    assert "تصريح تجربة" in page.locator("[data-found]").inner_text()
    axe(page)


def test_without_a_script(town: Town, open_page: Signed, browser: object) -> None:
    from .conftest import enter

    page = open_page("/staff/sign-in/?next=/counter/", scripts=False)
    enter(page, "clerk@suez")
    page.fill("[name=number]", cast.CITIZEN["number"])
    page.locator("button[value=find]").click()
    page.fill("[name=name]", cast.CITIZEN["name"])
    page.fill("[name=sought]", "كل الأنواع")
    page.locator("button[value=find]").click()
    assert not shown(page, "menu")
    page.check("[name='answers.serves_food'][value=yes]")
    page.locator("button[value=refresh]").click()
    assert shown(page, "menu")
    page.locator("[data-row-add]").click()
    fill_in(page, grow=False)
    for paper in PAPERS:
        page.check(f"[name='seen.{paper}']")
    page.fill("[name='answers.spot.lat']", "29.97")
    page.fill("[name='answers.spot.lng']", "32.55")
    page.locator("#register").click()
    assert "/counter/done/" in page.url, page.locator(".errors").inner_text()


def fill_in(page: Page, *, grow: bool = True) -> None:
    """The form with two floors, typed."""
    page.fill("[name='answers.trade_name']", "مقهى النور")
    page.fill("[name='answers.shop_area']", "120")
    page.fill("[name='answers.workers']", "3")
    page.fill("[name='answers.opens_on']", "2026-04-01")
    page.check("[name='answers.serves_food'][value=yes]")
    page.fill("[name='answers.menu']", "شاي وقهوة")
    page.select_option("[name='answers.activity']", "shop")
    page.fill("[name='answers.where.street']", "شارع الجيش 3")
    if grow:
        page.locator("[data-row-add]").click()
    for place, (name, area) in enumerate((("الأرضي", "70"), ("الأول", "50.5"))):
        page.fill(f"[name='answers.floors.{place}.room_name']", name)
        page.fill(f"[name='answers.floors.{place}.room_area']", area)


def test_an_act_asks_as_much(town: Town, sign_in: Signed, axe: Checked) -> None:
    from shubbak.cases.actions import Paper

    papers = [Paper(kind, seen_original=True) for kind in PAPERS]
    case = town.submit("every-kind", answers=EVERY_KIND, documents=papers).case
    town.pay(case)
    page = sign_in("reviewer@suez", f"/desk/cases/{case.number}/answers/")
    axe(page)
    page.locator(".acts a.btn", has_text="المستندات مستوفاة").click()
    page.fill("[name='answers.seen_on']", "2026-03-02")
    page.fill("[name='answers.measured']", "119")
    page.locator("[data-row-add]").click()
    page.fill("[name='answers.spots.0.found']", "المدخل ضيق")
    page.locator(".sketch svg").click(position={"x": 60, "y": 50})
    axe(page)
    page.locator("button[data-key=Enter]").click()
    page.wait_for_url(f"**/desk/cases/{case.number}/")
    assert town.open(case).step == "decide"
