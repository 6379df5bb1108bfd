"""A citizen sees why she pays what she pays and why her day moved; so do the cashier and the head."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .browser import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shubbak.cases.tests.town import Town

Opened = Callable[..., "Page"]
Checked = Callable[["Page"], None]

pytestmark = pytest.mark.more
DECREE = '[{governorate: "04", amount: 40, from: 2026-01-01, source: قرار المحافظ 12 لسنة 2025 (مثال)}]'


def waited(town: Town, folder: Path) -> tuple[object, str]:
    """A request for a stall that waited for its first payment and for its applicant, and now waits for the second."""
    from shubbak.cases.tests import kiosk
    from shubbak.kernel import clock

    kiosk.publish(folder, overrides=DECREE)
    with clock.held(clock.now() - timedelta(days=20)):
        made = kiosk.ask(town)
        clock.advance(timedelta(days=3))
        town.pay(made.case)
        kiosk.returned(town, made.case)
        clock.advance(timedelta(days=7))
        town.do("clerk", made.case, "completed")
        town.do("reviewer", made.case, "accept")
        town.do("inspector", made.case, "conforms", answers=kiosk.REPORT)
        return town.do("head", made.case, "approve"), made.tracking_code


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_she_reads_why(open_page: Opened, town: Town, axe: Checked, tmp_path: Path, language: str, width: int) -> None:
    case, code = waited(town, tmp_path)
    page = open_page(f"/T/{case.number}-{code}", language=language, width=width)  # type: ignore[attr-defined]
    told = page.locator("main").inner_text()
    rule, waiting, rests = {
        "ar": ("العرض 3 م × المدة بالشهور 12 × فئة الإشغال 40", "انتظر ملفك استكمال المطلوب منك", "على أي أساس"),
        "en": ("Width 3 m × Months 12 × Occupation rate 40", "Your file waited for you", "What these fees rest on"),
    }[language]
    assert rule in told and waiting in told
    page.get_by_text(rests).first.click()
    assert "12 لسنة 2025" in page.locator("details[open]").inner_text()
    axe(page)


def test_the_cashier_and_the_head_read_the_same(
    sign_in: Callable[..., Page], town: Town, axe: Checked, tmp_path: Path
) -> None:
    case, _ = waited(town, tmp_path)
    address = f"/counter/cashier/collect/{case.number}/{town.open(case).id}/"  # type: ignore[attr-defined, arg-type]
    cashier = sign_in("cashier@suez", address)
    assert "كود التسوية 12-07-02" in " ".join(cashier.locator("main").inner_text().split())
    axe(cashier)
    head = sign_in("head@suez", f"/desk/cases/{case.number}/dates/", width=PHONE)  # type: ignore[attr-defined]
    assert "انتظرنا سدادك" in head.locator("main").inner_text()
    assert "موقوف منذ" in head.locator("main").inner_text()
    axe(head)
