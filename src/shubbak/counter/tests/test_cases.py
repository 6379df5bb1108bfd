"""Cases at the counter, over HTTP."""

from __future__ import annotations

from shubbak.cases.models import CaseDocument
from shubbak.cases.queries import code_of
from shubbak.cases.tests.town import Town
from tests import cast

from .conftest import Counter
from .pages import text_of


def test_a_case_is_found_by_number_slip_name_and_mobile(town: Town, at_counter: Counter) -> None:
    case = town.submit().case
    clerk = at_counter("clerk")
    slip = f"https://city.example.eg/T/{case.number}-{code_of(case)}"
    for written in (case.number, case.number.lower(), slip, "سعاد محمود", cast.CITIZEN["mobile"], "26001010400028"):
        assert case.number in text_of(clerk.get("/counter/cases/", {"q": written})), written
    assert "Nothing found" in text_of(clerk.get("/counter/cases/", {"q": "0402-2026-000999-0"}))
    assert at_counter("reviewer").get("/counter/cases/").status_code == 404


def test_what_the_citizen_owes_is_done_for_her(town: Town, at_counter: Counter) -> None:
    case = town.submit().case
    town.do("reviewer", case, "return", note="صورة العقد غير واضحة", reason="incomplete")
    clerk = at_counter("clerk")
    page = clerk.get(f"/counter/cases/{case.number}/")
    assert "صورة العقد غير واضحة" in text_of(page)
    address = f"/counter/cases/{case.number}/tasks/{town.open(case).id}/completed/"
    assert address in page.content.decode()
    answer = clerk.post(address, {"seen.lease": "yes", "note": "أحضر الأصل"})
    assert answer.status_code == 302 and town.again(case.pk).state == "in_progress"
    assert CaseDocument.objects.filter(case=case, kind="lease").count() == 2
    assert clerk.post(address, {}).status_code in (404, 422)


def test_a_case_is_withdrawn_after_asking_once_more(town: Town, at_counter: Counter) -> None:
    case = town.submit().case
    clerk, address = at_counter("clerk"), f"/counter/cases/{case.number}/withdraw/"
    assert "cannot be opened again" in text_of(clerk.get(address))
    assert town.again(case.pk).state == "submitted"
    assert at_counter("cashier").post(address).status_code == 404
    assert clerk.post(address, {"note": "عدل عن الطلب"}).status_code == 302
    assert town.again(case.pk).state == "withdrawn"
    assert clerk.get(address).status_code == 404


def test_a_case_of_another_unit_is_not_there(town: Town, at_counter: Counter) -> None:
    case = town.submit().case
    elsewhere = cast.Member("far@suez", "كاتبة أخرى", "0401", ((cast.Role.CLERK, "0401", None),))
    cast.hire(elsewhere)
    clerk = at_counter("far")
    for page in ("", "withdraw/"):
        assert clerk.get(f"/counter/cases/{case.number}/{page}").status_code == 404
