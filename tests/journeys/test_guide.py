"""The guide to the services on a phone: found by what one is about to do and by what one says, read, worked out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from .browser import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

Opened = Callable[..., "Page"]
Checked = Callable[["Page"], None]


def test_she_narrows_the_guide_down_to_her_district(open_page: Opened, axe: Checked) -> None:
    page = open_page("/services/", width=PHONE)
    axe(page)
    page.get_by_role("link", name="أشغل الطريق").click()
    page.wait_for_url("**/services/?event=work-in-street")
    count = int(page.locator(".counted").inner_text().split()[0])
    page.locator(".filters > summary").click()
    page.get_by_label("المحافظة").select_option(label_of(page, "governorate", "محافظة السويس"))
    page.wait_for_url("**/services/?event=work-in-street&governorate=04")
    assert page.locator(".filters").get_attribute("open") is not None  # it stays open where she works
    page.get_by_label("وحدتك المحلية").select_option("0402")
    page.wait_for_url("**unit=0402")
    page.get_by_label("كيف تتقدم؟").select_option("van")
    page.wait_for_url("**channel=van**")
    fewer = int(page.locator(".counted").inner_text().split()[0])
    assert 0 < fewer < count
    assert page.locator("#told").inner_text().startswith(str(fewer))
    axe(page)
    page.get_by_role("link", name="أزل: من المركز المتنقل").click()
    assert page.locator(".chips li").count() == 4
    page.go_back()
    page.get_by_role("link", name="أزل: من المركز المتنقل").wait_for()


def label_of(page: Page, name: str, begins: str) -> str:
    """The whole label of the option that begins so: behind it stands a count."""
    options = page.locator(f"#by-{name} option").all_inner_texts()
    return next(one for one in options if one.startswith(begins))


def test_he_says_it_in_his_own_words_and_works_out_what_it_costs(open_page: Opened, axe: Checked) -> None:
    page = open_page("/services/", width=PHONE)
    page.locator("#q").press_sequentially("عاوز اطلع رخصه كشك", delay=20)
    first = page.locator(".hits a").first
    page.locator(".hits > li:first-child a", has_text="ترخيص كشك").wait_for()
    assert page.locator("#q").evaluate("one => one === document.activeElement")
    axe(page)
    first.click(delay=400)  # a thumb is slow: leaving the box may not lay the list anew beneath it
    page.locator("h1", has_text="ترخيص كشك").wait_for()
    axe(page)
    page.get_by_label("محافظتك").select_option("04")
    page.locator(".near li", has_text="حي الأربعين").wait_for()
    page.locator(".calculator > summary").click()
    page.get_by_label("الحالة").select_option("disability")
    page.get_by_label("طول الكشك").fill("٢٫٥")
    page.get_by_label("عرضه").fill("2")
    page.locator("#sums .total", has_text="966.00").wait_for()
    assert page.get_by_label("وحدتك المحلية").is_hidden()
    page.locator("#f-at-governorate").select_option("04")
    page.locator("#sums .total", has_text="1,266.00").wait_for()
    page.get_by_label("وحدتك المحلية").select_option("0402")
    page.locator("#sums .total", has_text="1,416.00").wait_for()
    assert page.get_by_label("طول الكشك").input_value() == "٢٫٥"  # nothing typed is lost
    axe(page)
    paper = page.request.get(page.get_by_role("link", name="في صفحة واحدة للطباعة").get_attribute("href"))
    assert paper.headers["content-type"] == "application/pdf"


def test_it_all_works_without_javascript(open_page: Opened) -> None:
    page = open_page("/services/", width=PHONE, scripts=False)
    page.fill("#q", "محل")
    page.locator(".filters > summary").click()
    page.locator("#by-department").select_option("shops")
    page.locator(".filters noscript button, .filters-in button").click()
    assert "department=shops" in page.url and page.locator(".hits li").count() > 5
    page.locator(".hits a").first.click()
    page.locator("#near-governorate").select_option("04")
    page.locator("#near button").click()
    assert page.locator(".near li", has_text="حي السويس").count() == 1
    page.locator(".calculator > summary").click()
    page.locator(".calculator button").click()
    assert page.url.endswith("/fees/") or "/fees/?" in page.url
    assert page.locator("#sums .total").count() == 1


@pytest.mark.more
@pytest.mark.parametrize("dark", [False, True], ids=["bright", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_on_one_service_of_each_department(
    open_page: Opened, axe: Checked, language: str, width: int, dark: bool
) -> None:
    from shubbak.catalogue.queries import offered

    page = open_page("/services/", language=language, width=width, dark=dark)
    each = {one.service.department: one.service.key for one in offered()}
    for key in each.values():
        page.goto(f"/services/{key}/?governorate=04")
        if page.locator(".calculator").count():
            page.locator(".calculator > summary").click()
        axe(page)
