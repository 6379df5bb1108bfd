"""Acting on a case, over HTTP: chosen, asked once more, done; and everything that is refused."""

from __future__ import annotations

import html
import re

from django.test import Client

from shubbak.cases.models import Act, Case, Task
from shubbak.cases.tests.town import Town

from .conftest import Desk


def _do(town: Town, client: Client, case: Case, action: str, **given: str):  # type: ignore[no-untyped-def]
    return client.post(f"/desk/cases/{case.number}/tasks/{town.open(case).id}/do/{action}/", given)


def _form(town: Town, client: Client, case: Case, action: str) -> str:
    answer = client.get(f"/desk/cases/{case.number}/tasks/{town.open(case).id}/do/{action}/")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_choosing_does_nothing_and_confirming_does_it(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    reviewer, before = at_desk("reviewer"), Act.objects.count()
    assert "Alt+Enter" in _form(town, reviewer, case, "accept")
    assert Act.objects.count() == before
    answer = _do(town, reviewer, case, "accept", note="الملف كامل")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/desk/cases/{case.number}/")
    assert town.open(case).step == "acceptance"
    history = reviewer.get(f"/desk/cases/{case.number}/history/").content.decode()
    assert "الملف كامل" in history


def test_what_was_done_is_told_in_the_language_of_the_reader(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    reviewer = at_desk("reviewer", language="en")
    address = f"/desk/cases/{case.number}/tasks/{town.open(case).id}/do/accept/"
    page = reviewer.post(address, follow=True).content.decode()
    assert "Done: The file is complete." in page


def test_a_refusal_asks_for_its_reason_and_keeps_what_was_typed(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    reviewer = at_desk("reviewer")
    answer = _do(town, reviewer, case, "reject", note="كتبت هذا بعناية")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#f-reason"' in page
    assert "كتبت هذا بعناية" in page
    assert town.again(case.pk).state == "submitted"
    assert _do(town, reviewer, case, "reject", reason="activity-banned").status_code == 302
    assert town.again(case.pk).state == "rejected"


def test_what_a_step_asks_is_checked_field_by_field(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    town.do("reviewer", case, "accept")
    chief = at_desk("chief")
    assert 'name="answers.conditions"' in _form(town, chief, case, "accept")
    answer = _do(town, chief, case, "accept")
    assert answer.status_code == 422
    assert 'href="#f-conditions"' in answer.content.decode()
    given = {"answers.conditions": "طفاية حريق"}
    assert _do(town, chief, case, "accept", **given).status_code == 302
    assert town.again(case.pk).state == "waiting_payment"


def test_nobody_acts_outside_her_role(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    before = Act.objects.count()
    for who in ("clerk", "cashier", "inspector", "chief", "head", "auditor", "analyst"):
        assert _do(town, at_desk(who), case, "accept").status_code == 404
    assert _do(town, Client(), case, "accept").status_code == 302
    assert Act.objects.count() == before


def test_the_same_act_twice_is_told_and_done_once(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    reviewer, task = at_desk("reviewer"), town.open(case).id
    address = f"/desk/cases/{case.number}/tasks/{task}/do/accept/"
    assert reviewer.post(address).status_code == 302
    assert reviewer.post(address).status_code == 404
    assert Act.objects.filter(case=case, action="accept").count() == 1


def test_a_task_is_taken_put_back_and_taken_again(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    town.do("reviewer", case, "accept")
    chief, task = at_desk("chief"), town.open(case)
    address = f"/desk/cases/{case.number}/tasks/{task.id}"
    assert chief.post(f"{address}/claim/").status_code == 302
    assert Task.objects.get(pk=task.pk).assignee_id == town.chief.id
    assert chief.post(f"{address}/release/").status_code == 302
    assert Task.objects.get(pk=task.pk).assignee_id is None
    assert chief.get(f"{address}/claim/").status_code == 405


def test_stepping_back_needs_a_reason(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    reviewer, task = at_desk("reviewer"), town.open(case)
    address = f"/desk/cases/{case.number}/tasks/{task.id}/recuse/"
    assert reviewer.get(address).status_code == 200
    assert reviewer.post(address, {"reason": " "}).status_code == 422
    assert reviewer.post(address, {"reason": "صاحب المحل جاري"}).status_code == 302
    assert Task.objects.get(pk=task.pk).assignee_id is None


def test_a_drawn_task_shows_how_it_was_drawn(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    page = at_desk("reviewer").get(f"/desk/cases/{case.number}/").content.decode()
    assert town.open(case).draw["seed"] in page


def test_a_supervisor_gives_a_task_only_to_who_may_do_it_and_says_why(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    chief, task = at_desk("chief"), town.open(case)
    address = f"/desk/cases/{case.number}/tasks/{task.id}/assign/"
    page = chief.get(address).content.decode()
    assert str(town.reviewer.id) in page
    assert chief.post(address, {"staff": str(town.clerk.id), "reason": "ضغط"}).status_code == 422
    assert chief.post(address, {"staff": str(town.reviewer.id), "reason": ""}).status_code == 422
    assert chief.post(address, {"staff": str(town.reviewer.id), "reason": "ضغط العمل"}).status_code == 302
    assert at_desk("reviewer").get(address).status_code == 404


def test_the_clerk_takes_a_case_back_for_its_applicant(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    clerk = at_desk("clerk")
    assert at_desk("reviewer").get(f"/desk/cases/{case.number}/withdraw/").status_code == 404
    assert clerk.get(f"/desk/cases/{case.number}/withdraw/").status_code == 200
    assert town.again(case.pk).state == "submitted"
    assert clerk.post(f"/desk/cases/{case.number}/withdraw/", {"note": "برغبته"}).status_code == 302
    assert town.again(case.pk).state == "withdrawn"
    assert clerk.post(f"/desk/cases/{case.number}/withdraw/").status_code == 404


def test_every_act_has_its_own_printed_key(town: Town, at_desk: Desk) -> None:
    case = town.submit().case
    page = at_desk("reviewer").get(f"/desk/cases/{case.number}/").content.decode()
    keys = re.findall(r'class="btn [^"]*" href="[^"]+/do/[^"]+" data-key="(\w)"', page)
    assert keys == ["1", "2", "3"]
