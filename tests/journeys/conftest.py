"""A town that is really there, a server that really answers, and readers with browsers of their own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from .browser import DESK, chromium, findings, reader, watch, wider_than_the_screen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

    from shubbak.cases.tests.town import Town

# Playwright keeps an event loop in this thread, and Django would refuse the database to a thread that has one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "more: a journey beyond the ten of `make test`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One browser a process, so the stories go together; those marked `more` only when asked for."""
    here = [item for item in items if "/journeys/" in str(item.path)]
    for item in here:
        item.add_marker(pytest.mark.xdist_group("journeys"))
    if not config.getoption("--all-journeys"):
        left = [item for item in here if item.get_closest_marker("more")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def town(live: None) -> Iterator[Town]:
    """Suez's first district, staffed and open, for the server's threads to see."""
    from shubbak.cases.tests.town import build
    from shubbak.catalogue.queries import forget_catalogue
    from shubbak.places.queries import forget_calendar, forget_places

    yield build()
    forget_catalogue()
    forget_places()
    forget_calendar()


@pytest.fixture
def open_page(town: Town, live_server: LiveServer, browser: Browser) -> Iterator[Callable[..., Page]]:
    """`open_page(path, language=, width=, dark=, scripts=)`: a fresh reader's page, watched until the story ends."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(path: str = "/", **told: object) -> Page:
        context = reader(browser, live_server.url, **told)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watch(page, faults)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Fails with what axe finds, and when a page scrolls sideways."""

    def checked(page: Page) -> None:
        assert findings(page) == []
        assert wider_than_the_screen(page) == []

    return checked


@pytest.fixture
def sign_in(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """`sign_in("clerk@suez", "/counter/")`: that member's page, signed in through the sign-in page."""

    def signed(number: str, path: str = "/", *, width: int = DESK, language: str = "ar") -> Page:
        page = open_page(f"/staff/sign-in/?next={path}", width=width, language=language)
        enter(page, number)
        return page

    return signed


def enter(page: Page, number: str) -> None:
    """From the sign-in page through password and code."""
    from tests import cast

    page.fill("[name=login]", number)
    page.fill("[name=password]", cast.PASSWORD)
    page.locator("main form[action] button.main").first.click()
    if page.locator("[name=code]").count():
        page.fill("[name=code]", code_of(number))
        page.locator("main form[action] button.main").first.click()


def code_of(number: str) -> str:
    """What the member's authenticator shows now."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
    from allauth.mfa.utils import decrypt

    factor = Authenticator.objects.get(user__username=number, type=Authenticator.Type.TOTP)
    return format_hotp_value(hotp_value(decrypt(factor.data["secret"]), int(time.time()) // 30))
