"""The window without a mouse: a trained clerk registers a newcomer by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests import cast

from .hands import fill

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.tests.town import Town

COMPLAINT = {
    "subject": "lighting",
    "place": "شارع الجيش، أمام المدرسة",
    "details": "أعمدة الإنارة مطفأة منذ أسبوع كامل",
    "dangerous": "no",
    "answer_by": "phone",
}


def test_a_clerk_registers_without_touching_the_mouse(
    town: Town, sign_in: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    page = sign_in("clerk@suez", "/counter/")
    axe(page)
    keys = page.keyboard
    keys.press("Alt+1")
    keys.type("٢" + cast.CITIZEN["number"][1:])
    keys.press("Enter")
    page.locator("[name=name]").wait_for()
    page.locator("[name=name]").focus()
    keys.type(cast.CITIZEN["name"])
    keys.press("Tab")
    keys.type(cast.CITIZEN["mobile"])
    keys.press("Alt+2")
    keys.type("شكوى")
    page.wait_for_timeout(600)
    keys.press("Enter")
    page.locator("[name='answers.subject']").wait_for()
    axe(page)
    fill(page, COMPLAINT)
    page.wait_for_timeout(800)
    keys.press("Alt+Enter")
    page.wait_for_url("**/counter/done/**")
    axe(page)
    number = page.locator("#number").inner_text()
    assert number.startswith("0402-") and len(page.locator("#code").inner_text()) == 8
    assert town.again_by_number(number).state == "submitted"


def test_what_was_typed_survives_a_lost_connection(town: Town, sign_in: Callable[..., Page]) -> None:
    page = sign_in("clerk@suez", "/counter/")
    page.locator("#at-applicant-number").fill(cast.CITIZEN["number"])
    page.keyboard.press("Enter")
    page.locator("[name=name]").fill("سعاد محمود إبراهيم")
    page.wait_for_timeout(1200)
    page.context.set_offline(True)
    page.keyboard.press("Alt+Enter")
    page.wait_for_timeout(800)
    page.context.set_offline(False)
    page.goto("/counter/")
    page.locator("[name=name]").wait_for()
    assert page.input_value("[name=name]") == "سعاد محمود إبراهيم"
