"""A question answered by a file: taken by the case, hers only, hidden from the blind."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from shubbak.cases.actions import Paper
from shubbak.cases.models import Case, CaseDocument
from shubbak.cases.queries import case_for
from shubbak.documents.actions import receive_upload
from shubbak.documents.models import Upload
from shubbak.kernel.refusal import Invalid
from tests.trial_services import EVERY_KIND, PAPERS, load_trials

from .town import Town


@pytest.fixture
def town(town: Town) -> Town:
    load_trials()
    return town


def picture() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(kept, "PNG")
    return kept.getvalue()


def upload(town: Town, who: str = "clerk") -> UUID:
    return receive_upload(by=town.staff[f"{who}@suez"], name="واجهة سعاد.png", content=picture()).id


def cafe(town: Town, photo: Any, **more: Any) -> Case:
    answers = {**EVERY_KIND, "activity": "cafe", "days_open": ["week"], "photo": str(photo), **more}
    return town.submit("every-kind", answers=answers, documents=[Paper(k, seen_original=True) for k in PAPERS]).case


def test_the_case_takes_it_with_its_papers(town: Town) -> None:
    photo = upload(town)
    case = cafe(town, photo)
    assert Upload.objects.get(pk=photo).taken_at is not None
    seen = case_for(by=town.clerk, number=case.number)
    (kept,) = [one for one in seen.documents if one.upload_id == photo]
    assert (kept.kind, kept.name.en) == ("answers.photo", "Picture of the front")
    (answer,) = [one for one in seen.answers if one.key == "photo"]
    assert (answer.paper, answer.hidden) == (kept.id, False)


def test_the_blind_see_neither_file_nor_answer_nor_what_it_was_named(town: Town) -> None:
    case = cafe(town, upload(town))
    town.pay(case)
    seen = case_for(by=town.reviewer, number=case.number)
    assert seen.blind
    hidden = [one for one in seen.documents if one.hidden]
    assert [(one.kind, one.upload_id) for one in hidden] == [("", None)]
    (answer,) = [one for one in seen.answers if one.key == "photo"]
    assert (answer.value, answer.paper, answer.hidden) == (None, None, True)


def test_somebody_elses_file_is_refused_and_nothing_is_written(town: Town) -> None:
    photo = upload(town, "inspector")
    with pytest.raises(Invalid) as told:
        cafe(town, photo)
    assert [(fault.at, fault.code) for fault in told.value.faults] == [("answers.photo", "gone")]
    assert not Case.objects.filter(service_key="every-kind").exists()
    assert not CaseDocument.objects.filter(upload_id=photo).exists()


def test_a_file_answers_once(town: Town) -> None:
    photo = upload(town)
    cafe(town, photo)
    with pytest.raises(Invalid):
        cafe(town, photo)


def test_a_hidden_question_takes_no_file(town: Town) -> None:
    photo = upload(town)
    cafe(town, photo, activity="shop")
    assert Upload.objects.get(pk=photo).taken_at is None


def test_a_reviewer_brings_a_file_to_her_act(town: Town) -> None:
    case = cafe(town, upload(town))
    town.pay(case)
    sketch = upload(town, "reviewer")
    found = [{"found": "المدخل ضيق", "seen_at": "29.97, 32.55"}]
    answers = {"seen_on": "2026-03-02", "measured": "119", "spots": found, "sketch": str(sketch)}
    town.do("reviewer", case, "accept", answers=answers)
    seen = case_for(by=town.chief, number=case.number)
    told = {one.key: one for one in seen.answers if one.step == "review"}
    assert told["sketch"].paper is not None
    assert told["spots"].rows[0][0].shown == "المدخل ضيق"
    assert told["measured"].value == "119"


def test_an_acts_condition_reads_the_forms_numbers_as_numbers(town: Town) -> None:
    case = cafe(town, upload(town), shop_area="80")
    town.pay(case)
    town.do("reviewer", case, "accept", answers={"seen_on": "2026-03-02", "measured": "79"})
    seen = case_for(by=town.chief, number=case.number)
    assert "measured" not in {one.key for one in seen.answers}
