"""A case that names an earlier one: hers, in force, of the right service; what it brings, and what it never does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from shubbak.cases.actions import Applicant, Paper, submit
from shubbak.cases.answers import Answers
from shubbak.cases.models import Case
from shubbak.cases.queries.earlier import completed, person_with
from shubbak.catalogue.queries import current
from shubbak.documents.actions import revoke_paper
from shubbak.kernel import clock
from shubbak.kernel.refusal import Invalid
from tests import cast
from tests.trial_services import EVERY_KIND, PAPERS, PERMIT, load_trials

from .town import Town

SHORT = {key: EVERY_KIND[key] for key in ("workers", "opens_on", "serves_food", "menu", "activity")}
MINE = Applicant(**cast.CITIZEN)
HERS = Applicant("citizen", cast.national_id(7), "منى سعيد")


@pytest.fixture
def town(town: Town) -> Town:
    load_trials()
    return town


def permit(town: Town, applicant: Applicant = MINE) -> Case:
    """A trial permit, issued today."""
    case = town.submit("trial-permit", answers=PERMIT, documents=[], applicant=applicant).case
    town.do("reviewer", case, "accept")
    return town.do("chief", case, "approve")


def number_of(case: Case) -> str:
    return case.papers.select_related("paper").get(key="trial-permit").paper.number


def ask(town: Town, number: str, **more: Any) -> Case:
    papers = [Paper(kind, seen_original=True) for kind in PAPERS]
    return town.submit("every-kind", answers={**SHORT, **more, "permit": number}, documents=papers).case


def test_it_brings_what_was_left_empty_and_overwrites_nothing(town: Town) -> None:
    made = ask(town, number_of(permit(town)), shop_area="50")
    form = Answers.opened(made.answers_sealed).form
    assert form["trade_name"] == "بقالة النور"
    assert form["shop_area"] == "50"
    assert form["where"] == PERMIT["where"]
    assert form["floors"] == [{"room_name": "المخزن", "room_area": "12"}]
    assert form["total_area"] == "12"


def test_the_number_of_the_case_will_do_in_any_digits(town: Town) -> None:
    number = permit(town).number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")).lower()
    form = Answers.opened(ask(town, number).answers_sealed).form
    assert (form["shop_area"], form["permit"]) == ("48", permit_number(form))


def permit_number(form: dict[str, Any]) -> str:
    return Case.objects.get(service_key="trial-permit", number=form["permit"]).number


def refused(town: Town, number: str) -> str:
    before = Case.objects.count()
    with pytest.raises(Invalid) as told:
        ask(town, number, trade_name="مقهى", shop_area="9", where="شارع", floors=EVERY_KIND["floors"])
    assert Case.objects.count() == before
    (fault,) = told.value.faults
    assert fault.at == "answers.permit"
    return fault.code


def test_what_is_not_hers_is_as_if_not_there(town: Town) -> None:
    hers = permit(town, HERS)
    assert refused(town, number_of(hers)) == "earlier_unknown"
    assert refused(town, hers.number) == "earlier_unknown"
    assert refused(town, "TR-0402-2026-09999") == "earlier_unknown"


def test_of_another_service_it_is_refused(town: Town) -> None:
    other = town.submit().case
    assert refused(town, other.number) == "earlier_service"


def test_before_it_is_issued_nothing_came_of_it(town: Town) -> None:
    waiting = town.submit("trial-permit", answers=PERMIT, documents=[]).case
    assert refused(town, waiting.number) == "earlier_not_in_force"


def test_expired_and_revoked_are_not_in_force(town: Town) -> None:
    with clock.held(clock.now() - timedelta(days=40)):
        old = permit(town)
    assert refused(town, number_of(old)) == "earlier_not_in_force"
    fresh = permit(town)
    paper = fresh.papers.get(key="trial-permit").paper
    revoke_paper(by=town.head, paper_id=paper.id, reason="خطأ في البيانات")
    assert refused(town, number_of(fresh)) == "earlier_not_in_force"


def test_without_such_an_answer_nothing_is_asked(town: Town, django_assert_num_queries: Any) -> None:
    service = current("every-kind").service
    with django_assert_num_queries(0):
        completed(service, EVERY_KIND, {}, person=lambda: person_with("citizen", MINE.number))


def test_it_takes_three_statements(town: Town, django_assert_num_queries: Any) -> None:
    number = number_of(permit(town))
    service = current("every-kind").service
    with django_assert_num_queries(3):
        found = completed(service, {"permit": number}, {}, person=lambda: person_with("citizen", MINE.number))
    view = found.found["permit"]
    assert (view.holder, view.unit.code, view.refused) == (MINE.name, cast.DISTRICT, None)
    assert view.valid_until == clock.today() + timedelta(days=30)


def test_submitted_by_name_alone(town: Town) -> None:
    """A newcomer has no earlier cases, and nobody is registered for the asking."""
    with pytest.raises(Invalid) as told:
        submit(
            by=town.clerk, service="every-kind", unit=cast.DISTRICT, channel="window", applicant=HERS,
            answers={**SHORT, "permit": "TR-0402-2026-00001"}, documents=[],
        )  # fmt: skip
    assert "earlier_unknown" in {fault.code for fault in told.value.faults}
