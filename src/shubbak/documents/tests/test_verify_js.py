"""The browser's verifier says what the server says, of genuine, altered, suspended and outdated papers, in Chromium."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor

from .forging import mutations
from .permits import CLAIMS
from .test_issue_paper import issue

pytestmark = pytest.mark.django_db
SOURCE = Path(__file__).parent.parent / "static" / "documents" / "verify.js"
SITE = "https://p.suez.gov.eg"
ASK = """async ([tokens, keyList, status, now]) => {
  const { verify } = await import("/verify.js");
  const bytes = status === null ? null : Uint8Array.from(atob(status), (c) => c.charCodeAt(0));
  const told = [];
  for (const token of tokens) told.push(await verify(token, keyList, bytes, now));
  return told;
}"""


class Browser:
    """Chromium in a thread of its own, because its loop and Django's connections do not go together."""

    def __init__(self) -> None:
        self.thread = ThreadPoolExecutor(1)
        self.thread.submit(self._open).result()

    def _open(self) -> None:
        found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        assert found, "the verifier is proved in Chromium: sudo apt-get install chromium"
        self.play = sync_playwright().start()
        self.browser = self.play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        self.page = self.browser.new_page()
        self.page.route("**/*", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"))
        self.page.route("**/verify.js", lambda route: route.fulfill(path=SOURCE, content_type="text/javascript"))
        self.page.goto(SITE)

    def evaluate(self, script: str, given: object) -> Any:
        return self.thread.submit(self.page.evaluate, script, given).result()

    def close(self) -> None:
        self.thread.submit(lambda: (self.browser.close(), self.play.stop())).result()
        self.thread.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A page with a secure context and no network but the verifier itself."""
    opened = Browser()
    yield opened
    opened.close()


@dataclass
class Phone:
    """A browser that visited once: what it keeps, and what it says of tokens."""

    browser: Browser
    keys: dict[str, str]
    status: bytes | None

    def says(self, *tokens: str) -> list[dict[str, Any]]:
        status = None if self.status is None else base64.b64encode(self.status).decode()
        told = self.browser.evaluate(ASK, [list(tokens), self.keys, status, clock.now().timestamp()])
        return list(told)


@pytest.fixture
def phone(places: None, browser: Browser) -> Phone:
    return Phone(browser, {}, None)


def visit(phone: Phone) -> None:
    """Fetch what the service worker keeps."""
    from shubbak.documents.queries import key_list, status_list

    phone.keys, phone.status = key_list(), status_list("04-1")


def test_it_says_what_the_server_says(phone: Phone, head: Actor) -> None:
    from shubbak.documents.actions import revoke_paper, suspend_paper
    from shubbak.documents.queries import verify

    short = replace(CLAIMS, expires_at=clock.now() + timedelta(hours=1))
    sorts = [CLAIMS, CLAIMS, CLAIMS, short, replace(CLAIMS, use="")]
    papers = [issue(head, public=public) for public in sorts]
    suspend_paper(by=head, paper_id=papers[1].id, reason="x")
    revoke_paper(by=head, paper_id=papers[2].id, reason="x")
    visit(phone)
    clock.advance(timedelta(hours=2))
    told = phone.says(*(paper.token for paper in papers))
    assert [one["state"] for one in told] == ["valid", "suspended", "revoked", "expired", "valid"]
    assert [one["state"] for one in told] == [verify(paper.token).state for paper in papers]
    assert [one["checkCode"] for one in told] == [paper.check_code for paper in papers]
    claims = verify(papers[0].token).claims
    assert claims is not None
    assert told[0]["claims"] == {
        "issuer": claims.issuer, "kind": claims.kind, "number": claims.number, "holder": claims.holder,
        "place": claims.place, "use": claims.use, "area": claims.area, "status_list": "04-1",
        "status_index": papers[0].status_index, "issued_at": claims.issued_at.timestamp(),
        "expires_at": claims.expires_at.timestamp() if claims.expires_at else None,
    }  # fmt: skip
    assert told[0]["asOf"] == (clock.now() - timedelta(hours=2)).timestamp()


def test_altered_tokens_are_all_forged(phone: Phone, head: Actor) -> None:
    paper = issue(head)
    visit(phone)
    altered = list(mutations(paper.token, 2_500, seed=3))
    assert {one["state"] for one in phone.says(*altered)} == {"forged"}
    assert [one["state"] for one in phone.says(paper.token)] == ["valid"]


def test_without_a_list_of_states_it_says_so(phone: Phone, head: Actor) -> None:
    paper = issue(head)
    visit(phone)
    fresh = phone.status
    phone.status = None
    assert phone.says(paper.token)[0]["state"] == "unsure"
    phone.status = (fresh or b"")[:-1] + b"\0"
    assert phone.says(paper.token)[0]["state"] == "unsure"
    phone.status = fresh
    clock.advance(timedelta(hours=47))
    assert phone.says(paper.token)[0]["state"] == "valid"
    clock.advance(timedelta(hours=2))
    assert phone.says(paper.token)[0]["state"] == "unsure"


def test_keys_that_the_root_did_not_sign_are_not_used(phone: Phone, head: Actor) -> None:
    paper = issue(head)
    visit(phone)
    phone.keys = phone.keys | {"list": phone.keys["list"][:-4] + "AAAA"}
    assert phone.says(paper.token)[0]["state"] == "unsure"


def test_a_lost_key(phone: Phone, head: Actor) -> None:
    from shubbak.documents.models import SigningKey

    paper = issue(head)
    SigningKey.objects.filter(use="paper").update(status="compromised", bad_since=clock.now() + timedelta(hours=1))
    clock.advance(timedelta(hours=2))
    late = issue(head, public=replace(CLAIMS, issued_at=clock.now()))
    visit(phone)
    assert [one["state"] for one in phone.says(paper.token, late.token)] == ["unsure", "forged"]
