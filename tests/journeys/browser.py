"""Chromium, and what it is told: Arabic, no sandbox for root, no surprises."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
PHONE, DESK = 320, 1280
AXE = Path(__file__).parents[2] / "src" / "shubbak" / "design" / "assets" / "node_modules" / "axe-core" / "axe.min.js"


def executable() -> str:
    """Where Chromium is; says in one line how to get it when it is not."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise SystemExit("The stories need Chromium: sudo apt-get install chromium")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser for many readers."""
    arguments = ["--disable-dev-shm-usage", "--font-render-hinting=none"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=executable(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def reader(
    browser: Browser, address: str, *, language: str = "ar", width: int = DESK, dark: bool = False, scripts: bool = True
) -> BrowserContext:
    """A fresh reader of the site at `address`: her language chosen, her screen so wide, her room so lit."""
    context = browser.new_context(
        base_url=address,
        locale="ar-EG" if language == "ar" else "en-GB",
        timezone_id="Africa/Cairo",
        viewport={"width": width, "height": 720 if width < 700 else 800},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=scripts,
        has_touch=width < 700,
    )
    context.set_default_timeout(15_000)
    context.add_cookies([{"name": "lang", "value": language, "url": address}])
    return context


def watch(page: Page, faults: list[str]) -> None:
    """Collect what goes wrong on a page: console errors, broken scripts, refused content."""
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console", lambda said: faults.append(f"{page.url}: {said.text}") if _is_fault(said.type, said.text) else None
    )


def _is_fault(kind: str, text: str) -> bool:
    answered = "the server responded with a status of" in text  # a 404 or 422 that the story asks for
    cut = "ERR_INTERNET_DISCONNECTED" in text or text.startswith(("htmx:sendError", "htmx:afterRequest"))
    return kind == "error" and not answered and not cut  # a story cuts the line on purpose


def findings(page: Page) -> list[str]:
    """What axe finds on a page, one line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url} {one['id']} ({one['impact']}): {one['help']}: {node['html'][:160]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def wider_than_the_screen(page: Page) -> list[str]:
    """The elements that make a page scroll sideways; none should."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("body *")]
          .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 140)])
          .filter(([box]) => box.right > innerWidth + 1 || box.left < -1)
          .slice(0, 4).map(([, html]) => html)"""
    )
