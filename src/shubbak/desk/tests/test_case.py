"""The page of a case, over HTTP."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from shubbak.cases.actions import Paper
from shubbak.cases.models import Case, CaseDocument
from shubbak.cases.tests.test_act import licensed
from shubbak.cases.tests.town import SHOP_PAPERS, Town
from shubbak.documents.actions import receive_upload
from shubbak.trail.models import Entry
from tests import cast

from .conftest import Desk

SCANNED = ("lease", "shop-plan")
TABS = ("", "answers/", "money/", "dates/", "history/")


def _picture() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(kept, "PNG")
    return kept.getvalue()


@pytest.fixture
def case(town: Town) -> Case:
    """A shop licence with a lease (which tells who asks) and a plan (which does not) as pictures."""
    scans = {kind: receive_upload(by=town.clerk, name="scan.png", content=_picture()).id for kind in SCANNED}
    papers = [Paper(kind, upload_id=scans.get(kind), seen_original=True) for kind in SHOP_PAPERS]
    return town.submit(documents=papers).case


def _page(client: Client, case: Case, tab: str = "") -> str:
    answer = client.get(f"/desk/cases/{case.number}/{tab}")
    assert answer.status_code == 200
    return answer.content.decode()


def _document(case: Case, kind: str) -> CaseDocument:
    return CaseDocument.objects.get(case=case, kind=kind)


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_tab_is_there_for_who_may_see_the_case(at_desk: Desk, case: Case, tab: str, language: str) -> None:
    page = _page(at_desk("head", language=language), case, tab)
    assert case.number in page
    assert "سعاد" in page


@pytest.mark.parametrize("tab", TABS)
def test_a_blind_reader_learns_nothing_of_who_asked(town: Town, at_desk: Desk, case: Case, tab: str) -> None:
    page = _page(at_desk("reviewer"), case, tab)
    told = ("سعاد", "كافيه المينا", "100-531-385", cast.CITIZEN["number"], str(_document(case, "lease").id))
    assert [secret for secret in told if secret in page] == []
    assert "محجوب عنك" in page


def test_a_blind_reader_gets_the_plan_and_not_the_lease(town: Town, at_desk: Desk, case: Case) -> None:
    reviewer, address = at_desk("reviewer"), f"/desk/cases/{case.number}/documents"
    assert reviewer.get(f"{address}/{_document(case, 'lease').id}/file").status_code == 404
    assert reviewer.get(f"{address}/{_document(case, 'lease').id}/").status_code == 404
    plan = reviewer.get(f"{address}/{_document(case, 'shop-plan').id}/file")
    assert plan.status_code == 200
    assert plan.headers["Content-Disposition"].startswith("attachment")
    assert reviewer.post(f"/desk/cases/{case.number}/reveal/number/").status_code == 404


def test_a_paper_is_shown_alone_and_framed_by_nobody_else(town: Town, at_desk: Desk, case: Case) -> None:
    plan = at_desk("head").get(f"/desk/cases/{case.number}/documents/{_document(case, 'lease').id}/file?show")
    assert plan.headers["Content-Disposition"].startswith("inline")
    assert plan.headers["X-Content-Type-Options"] == "nosniff"
    assert plan.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "default-src 'none'" in plan.headers["Content-Security-Policy"]
    assert plan.headers["Content-Disposition"].endswith('.png"') or ".jpg" in plan.headers["Content-Disposition"]


def test_what_we_issued_is_read_as_pdf(town: Town, at_desk: Desk) -> None:
    found = re.search(r'href="(/desk/cases/[^"]+/papers/[^"]+)"', _page(at_desk("head"), licensed(town)))
    assert found
    answer = at_desk("head").get(found[1])
    assert answer.content.startswith(b"%PDF")


def test_a_number_is_masked_until_asked_for_and_each_look_is_recorded(town: Town, at_desk: Desk, case: Case) -> None:
    head = at_desk("head")
    number = cast.CITIZEN["number"]
    assert number not in _page(head, case)
    answer = head.post(f"/desk/cases/{case.number}/reveal/number/")
    assert number in answer.content.decode()
    assert Entry.objects.filter(act="people.revealed", actor_id=town.head.id).count() == 1
    assert number not in _page(head, case)


@pytest.mark.parametrize("number", ["0402-2026-000001-0", "nothing", "0402-2026-999999-X"])
def test_what_is_not_there_is_a_404(town: Town, at_desk: Desk, number: str) -> None:
    assert at_desk("head").get(f"/desk/cases/{number}/").status_code == 404


def test_another_department_and_strangers_see_nothing(town: Town, at_desk: Desk, case: Case) -> None:
    assert Client().get(f"/desk/cases/{case.number}/").status_code == 302
    assert at_desk("analyst").get(f"/desk/cases/{case.number}/").status_code == 404


def test_the_page_costs_the_same_statements_whatever_happened(
    town: Town, at_desk: Desk, case: Case, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    head = at_desk("head")
    _page(head, case)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        _page(head, case)
