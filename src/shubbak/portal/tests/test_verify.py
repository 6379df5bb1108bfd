"""Verifying: what the QR opens, and what a device keeps to verify by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.test import Client

from shubbak.documents.actions import reinstate_paper, revoke_paper, suspend_paper
from shubbak.documents.models import Paper
from shubbak.documents.permits.claims import PermitClaims
from shubbak.documents.queries import Verification
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM
from shubbak.portal.verify.shown import shown

if TYPE_CHECKING:
    from shubbak.cases.tests.town import Town


def permit(town: Town) -> Paper:
    """The permit of a shop licence that went all its way."""
    case = town.submit().case
    town.do("reviewer", case, "accept")
    town.do("chief", case, "accept", answers={"conditions": "طفاية حريق وتهوية"})
    town.pay(case)
    town.do("clerk", case, "ready")
    report = {"inspected_on": "2026-11-20", "inspection_report": "مطابق للاشتراطات"}
    town.do("inspector", case, "conforms", answers=report)
    town.pay(case)
    case = town.do("head", case, "approve")
    return case.papers.select_related("paper").get(key="shop-licence").paper


def said(client: Client, token: str) -> tuple[int, str]:
    answer = client.get(f"/V/{token}")
    return answer.status_code, answer.context["shown"].state


def test_a_permit_is_told_as_it_stands(town: Town, client: Client) -> None:
    paper = permit(town)
    page = client.get(f"/v/{paper.token}")
    text = page.content.decode()
    assert (page.status_code, page.context["shown"].state) == (200, "valid")
    assert paper.number in text and "سعاد" in text and "محمود" not in text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "<form" not in text
    suspend_paper(by=SYSTEM, paper_id=paper.id, reason="شكوى")
    assert said(client, paper.token) == (200, "suspended")
    reinstate_paper(by=SYSTEM, paper_id=paper.id, reason="حُفظت")
    assert said(client, paper.token) == (200, "valid")
    revoke_paper(by=SYSTEM, paper_id=paper.id, reason="مخالفة")
    assert said(client, paper.token) == (200, "revoked")


def test_the_last_day_on_the_page_is_the_one_on_the_paper() -> None:
    """A paper good until the 20th ends with the midnight after it, and still says the 20th."""
    claims = PermitClaims(
        issuer="EG-04", kind="permit", number="P-1", holder="سعاد م.", place="", use="", area="",
        issued_at=datetime(2026, 12, 1, 8, tzinfo=UTC), expires_at=datetime(2026, 12, 21, tzinfo=clock.CAIRO),
    )  # fmt: skip
    page = render_to_string("portal/verify/verified.html", {"shown": shown(Verification("valid", claims, "0000"))})
    assert "20 ديسمبر 2026" in page and "21 ديسمبر" not in page


def test_no_other_string_is_taken_for_a_permit(town: Town, client: Client) -> None:
    token = permit(town).token
    changed = token[:50] + ("A" if token[50] != "A" else "B") + token[51:]
    for other in (token.lower(), changed, token + "A", token[:-1], "AAAA", "%00", "x" * 1299):
        answer = client.get(f"/V/{other}")
        assert answer.status_code == 404, other[:20]


def test_what_is_pasted_leads_to_the_verdict_or_to_a_warning(client: Client, db: None) -> None:
    assert client.post("/verify/", {"code": "HTTP://TESTSERVER/V/ABC"}).headers["Location"] == "/V/ABC"
    assert client.post("/verify/", {"code": " AB C "}).headers["Location"] == "/V/ABC"
    foreign = client.post("/verify/", {"code": "https://evil.example/V/ABC"})
    assert foreign.status_code == 422
    assert "evil.example" in foreign.content.decode()
    for nothing in ("", "http://testserver/pay/"):
        assert client.post("/verify/", {"code": nothing}).status_code == 422


def test_a_device_is_given_what_it_needs_to_verify_alone(town: Town, client: Client) -> None:
    paper = permit(town)
    keys = client.get("/.well-known/shubbak-keys.json")
    assert {"root", "list"} <= keys.json().keys()
    assert client.get("/.well-known/jwks.json").json()["keys"][0]["kty"] == "EC"
    address = f"/status/{paper.status_list_id}"
    assert client.get(address).headers["Content-Type"] == "application/cose"
    assert address in client.get(f"/V/{paper.token}").content.decode()
    assert client.get("/status/nowhere").status_code == 404
