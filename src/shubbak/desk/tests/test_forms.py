"""What an act asks: every kind of question, rows and files, and nothing told to the blind."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from shubbak.cases.actions import Paper
from shubbak.cases.models import Case, CaseDocument
from shubbak.cases.tests.test_file_answers import picture, upload
from shubbak.cases.tests.town import Town
from tests.trial_services import EVERY_KIND, PAPERS, load_trials

from .conftest import Desk


@pytest.fixture
def case(town: Town) -> Case:
    """A café that was paid for and waits for its blind reviewer."""
    load_trials()
    answers = {**EVERY_KIND, "activity": "cafe", "days_open": ["week"], "photo": str(upload(town))}
    papers = [Paper(kind, seen_original=True) for kind in PAPERS]
    made = town.submit("every-kind", answers=answers, documents=papers).case
    town.pay(made)
    return made


def address(town: Town, case: Case, action: str = "accept") -> str:
    return f"/desk/cases/{case.number}/tasks/{town.open(case).id}/do/{action}/"


def page_of(client: Client, where: str, given: dict[str, Any] | None = None) -> str:
    answer = client.get(where) if given is None else client.post(where, given)
    return html.unescape(answer.content.decode())


def test_rows_grow_without_deciding_anything(town: Town, at_desk: Desk, case: Case) -> None:
    reviewer, where = at_desk("reviewer"), address(town, case)
    assert "answers.spots.0.found" not in page_of(reviewer, where).split("<template data-row-blank>")[0]
    page = page_of(reviewer, where, {"rows": "add spots", "answers.seen_on": "2026-03-02"})
    assert 'name="answers.spots.0.found"' in page and 'value="2026-03-02"' in page
    assert town.open(case).step == "review"


def test_an_act_takes_rows_and_files(town: Town, at_desk: Desk, case: Case) -> None:
    sketch = SimpleUploadedFile("كروكي.png", picture(), "image/png")
    given = {
        "answers.seen_on": "2026-03-02",
        "answers.measured": "١١٩٫٥",
        "answers.spots.0.found": "المدخل ضيق",
        "answers.spots.0.seen_at.lat": "29.97",
        "answers.spots.0.seen_at.lng": "32.55",
        "attach.sketch": sketch,
    }
    answer = at_desk("reviewer").post(address(town, case), given)
    assert answer.status_code == 302, html.unescape(answer.content.decode())
    kept = CaseDocument.objects.get(kind="answers.sketch")
    page = page_of(at_desk("chief"), f"/desk/cases/{case.number}/answers/")
    assert "المدخل ضيق" in page and "29.97, 32.55" in page
    assert f"/desk/cases/{case.number}/documents/{kept.id}/" in page


def test_a_fault_in_a_row_keeps_what_was_typed(town: Town, at_desk: Desk, case: Case) -> None:
    given = {"answers.seen_on": "2026-03-02", "answers.measured": "9999", "answers.spots.0.found": "س" * 101}
    answer = at_desk("reviewer").post(address(town, case), given)
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422 and 'href="#f-spots-0-found"' in page and 'href="#f-measured"' in page
    assert "س" * 101 in page and town.open(case).step == "review"


def test_what_a_condition_asks_is_told_and_nothing_else(town: Town, at_desk: Desk, case: Case) -> None:
    page = page_of(at_desk("reviewer"), address(town, case))
    plan = json.loads(re.search(r"<template data-plan>(.*?)</template>", page, re.S)[1])  # type: ignore[index]
    assert plan["facts"] == {"shop_area": {"number": "120"}, "unit": "0402", "governorate": "04"}
    assert re.search(r'data-field="measured"( hidden)?', page)[1] is None  # type: ignore[index]


def test_the_blind_see_no_file_and_no_earlier_number(town: Town, at_desk: Desk, case: Case) -> None:
    reviewer = at_desk("reviewer")
    answers = page_of(reviewer, f"/desk/cases/{case.number}/answers/")
    assert EVERY_KIND["trade_name"] not in answers and "صورة الواجهة" in answers
    kept = CaseDocument.objects.get(kind="answers.photo")
    assert reviewer.get(f"/desk/cases/{case.number}/documents/{kept.id}/file").status_code == 404
    assert at_desk("clerk").get(f"/counter/cases/{case.number}/").status_code == 200
    assert at_desk("chief").get(f"/desk/cases/{case.number}/documents/{kept.id}/file").status_code == 200


def test_units_of_another_governorate(town: Town, at_desk: Desk) -> None:
    options = at_desk("reviewer").get("/desk/cases/units/", {"answers.x.governorate": "01"}).content.decode()
    assert '<option value="0101">' in options
    assert Client().get("/desk/cases/units/").status_code == 302
