"""Keys: printed where they work, changed by whoever uses them, never one that a browser owns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.more
def test_a_clerk_makes_a_key_her_own(sign_in: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = sign_in("clerk@suez", "/counter/")
    legend = page.locator("[data-legend-of-page]")
    legend.get_by_text("Alt+2").wait_for()
    page.locator("[data-keys-change]").click()
    dialog = page.locator("[data-keys-dialog]")
    axe(page)
    second = dialog.locator("input[data-name='2']")
    second.focus()
    page.keyboard.press("d")
    assert second.input_value() == "2"
    assert dialog.get_by_role("alert").inner_text() == "هذا المفتاح يخص المتصفح."
    page.keyboard.press("g")
    assert second.input_value() == "G"
    dialog.locator("button[value=keep]").click()
    assert "Alt+G" in legend.inner_text()
    page.reload()
    legend.get_by_text("Alt+G").wait_for()
    page.keyboard.press("Alt+g")
    assert page.evaluate("document.activeElement.dataset.key") == "2"


@pytest.mark.more
def test_escape_closes_what_is_open_and_does_nothing_else(sign_in: Callable[..., Page]) -> None:
    page = sign_in("clerk@suez", "/counter/")
    page.locator("[data-legend-of-page] li").first.wait_for()
    page.locator("details.user > summary").click()
    assert page.locator("details.user[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("details.user[open]").count() == 0
    page.locator("#at-applicant-number").fill("123")
    page.keyboard.press("Escape")
    assert page.locator("#at-applicant-number").input_value() == "123"
