"""What staff do on their pages, in the few gestures the stories are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONFIRM = "[data-key=Enter]"


def decide(page: Page, number: str, label: str, answers: Mapping[str, str] | None = None) -> None:
    """At the desk: open the case, choose an action by its Arabic label, answer what it asks, say yes."""
    page.goto(f"/desk/cases/{number}/")
    page.locator("a.btn", has_text=label).first.click()
    page.locator(f"button{CONFIRM}").wait_for()
    fill(page, answers or {})
    page.locator(f"button{CONFIRM}").click()
    page.wait_for_url(f"**/desk/cases/{number}/")


def owe(page: Page, number: str) -> None:
    """At the window: do for the citizen what she owes."""
    page.goto(f"/counter/cases/{number}/")
    page.locator(f"form.todo button{CONFIRM}").click()
    page.wait_for_load_state()


def collect(page: Page, number: str, means: str = "card") -> str:
    """At the cashier: collect what the case waits for on the next leaf; the leaf's number."""
    page.goto(f"/counter/cashier/?q={number}")
    page.locator("a.row-link").first.click()
    page.check(f"input[name=means][value={means}]")
    if means != "cash":
        page.fill("[name=reference]", "POS 778812")
    leaf = page.input_value("[name=printed_number]")
    page.locator(f"button{CONFIRM}").click()
    page.wait_for_url("**/counter/cashier/receipts/**")
    return leaf


def fill(page: Page, answers: Mapping[str, str]) -> None:
    """Answer by field name: choices are chosen, the rest is typed; of an address its street, of a parcel its number."""
    for name, value in answers.items():
        names = (name, f"answers.{name}", f"answers.{name}.street", f"answers.{name}.number")
        control = page.locator(", ".join(f"[name='{one}']" for one in names)).first
        tag = control.evaluate("one => one.tagName + (one.type === 'radio' ? ':radio' : '')")
        if tag == "SELECT":
            control.select_option(value)
        elif tag.endswith(":radio"):
            page.locator(f"[name='{control.get_attribute('name')}'][value='{value}']").check()
        else:
            control.fill(value)
