"""Who is let in: 401 without credentials, 404 without the right, and nothing written either way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from shubbak.cases.models import Act, Case
from shubbak.kernel import clock

from .calling import APPLICANT, NEW, Caller, Callers

ADDRESSES = [
    ("get", "/cases"),
    ("get", "/cases/{number}"),
    ("get", "/cases/{number}/papers"),
    ("get", "/cases/{number}/slip"),
    ("post", "/cases"),
    ("post", "/uploads"),
    ("post", "/cases/{number}/payments"),
    ("post", "/cases/{number}/tasks/0190a000-0000-7000-8000-000000000000/accept"),
]


def test_without_credentials(callers: Callers) -> None:
    number = callers.clerk.register()["number"]
    before = rows()
    for caller in (callers.stranger, Caller("shubbak_invented"), Caller("")):
        for method, path in ADDRESSES:
            told = getattr(caller, method)(path.format(number=number), status=401)
            assert told["code"] == "unauthenticated"
            assert caller.last.headers["WWW-Authenticate"].startswith("Bearer")
            assert caller.last.headers["Content-Type"] == "application/problem+json"
    assert rows() == before


def test_a_session_does_not_open_the_api(callers: Callers) -> None:
    from shubbak.people.queries import staff_by_number

    staff = staff_by_number("clerk@suez")
    callers.stranger.client.force_login(staff.account)
    callers.stranger.get("/cases", status=401)


def test_an_expired_token_is_none(callers: Callers) -> None:
    callers.clerk.get("/cases")
    with clock.held(clock.now() + timedelta(hours=2)):
        callers.clerk.get("/cases", status=401)


def test_without_the_right(callers: Callers) -> None:
    """Another place's case, another role's action: as if it were not there."""
    number = callers.clerk.register()["number"]
    task = callers.reviewer.get(f"/cases/{number}")["tasks"][0]["id"]
    before = rows()
    for who in ("cashier", "inspector", "chief", "auditor", "analyst", "clerk", "head"):
        caller = getattr(callers, who)
        caller.post(f"/cases/{number}/tasks/{task}/accept", status=404)
        caller.post(f"/cases/{number}/tasks/{task}/no-such-action", status=404)
    for who in ("cashier", "reviewer", "auditor", "analyst", "head"):
        getattr(callers, who).register(status=404)
    for who in ("clerk", "auditor", "reviewer"):
        getattr(callers, who).post(f"/cases/{number}/payments", {"means": "cash", "amount": "1.00"}, status=404)
    for who in ("cashier", "auditor", "analyst"):
        getattr(callers, who).post("/uploads", status=404)
    callers.analyst.get(f"/cases/{number}", status=404)
    callers.analyst.get(f"/cases/{number}/papers", status=404)
    assert callers.analyst.get("/cases")["items"] == []
    for absent in ("0402-2026-999999-0", "nothing", f"{number}x", "٠"):
        callers.clerk.get(f"/cases/{absent}", status=404)
        callers.clerk.post(f"/cases/{absent}/payments", {"means": "cash", "amount": "1.00"}, status=404)
    assert rows() == before


def test_the_auditor_reads_and_changes_nothing(callers: Callers) -> None:
    number = callers.clerk.register()["number"]
    case = callers.auditor.get(f"/cases/{number}")
    assert case["number"] == number
    assert [t["actions"] for t in case["tasks"]] == [[]]


def test_clerk_and_cashier_are_two_people(callers: Callers) -> None:
    """The clerk of a case, made a cashier as well, may still not collect on it."""
    from shubbak.kernel.actor import SYSTEM, Role
    from shubbak.people.actions import grant_role
    from shubbak.people.queries import staff_by_number

    number = paid_next(callers)
    grant_role(by=SYSTEM, staff=staff_by_number("clerk@suez"), role=Role.CASHIER, unit=NEW["unit"], department=None)
    total = callers.clerk.get(f"/cases/{number}")["invoices"][0]["total"]
    body = {"means": "card", "amount": total, "reference": "POS 1"}
    told = Caller(callers.token("clerk")).post(f"/cases/{number}/payments", body, status=403)
    assert told["code"] == "duties_apart"


def paid_next(callers: Callers) -> str:
    """A case that waits for payment."""
    number: str = callers.clerk.register()["number"]
    callers.reviewer.act(number, "accept")
    callers.chief.act(number, "accept", answers={"conditions": "تهوية"})
    return number


@pytest.mark.parametrize(
    ("key", "pointer"),
    [
        ("a.b", "#/answers/a.b"),
        ("a/b~c", "#/answers/a~1b~0c"),
        ("~2", "#/answers/~02"),
        ("", "#/answers/"),
        ("ك", "#/answers/%D9%83"),
    ],
)
def test_a_pointer_holds_a_name_whatever_its_signs(callers: Callers, key: str, pointer: str) -> None:
    told = callers.clerk.register(422, answers={**NEW["answers"], key: "x"})
    assert [error["pointer"] for error in told["errors"]] == [pointer]


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_a_body_that_is_not_json_is_not_taken(callers: Callers, media_type: str) -> None:
    told = callers.clerk.post("/cases", NEW, status=415, **{"Content-Type": media_type})
    assert told["code"] == "not_json"
    assert callers.clerk.post("/cases", NEW, **{"Content-Type": "Application/JSON; charset=utf-8"})["number"]


@pytest.mark.parametrize("amount", ["1e999999999", "1e308", "1" + "0" * 40, 1e22])
def test_an_amount_without_measure_is_told_at_its_place(callers: Callers, amount: object) -> None:
    number = paid_next(callers)
    told = callers.cashier.post(f"/cases/{number}/payments", {"means": "card", "amount": amount}, status=422)
    assert [(error["pointer"], error["code"]) for error in told["errors"]] == [("#/amount", "amount")]


def test_errors_point_into_the_request_and_speak_the_readers_language(callers: Callers) -> None:
    answers = {**NEW["answers"], "area": "واسع"}
    told = callers.clerk.register(422, answers=answers, documents=[])
    pointers = {(error["pointer"], error.get("document")) for error in told["errors"]}
    assert {("#/answers/area", None), ("#/documents", "lease")} <= pointers
    assert told["title"] == "The request needs mending"
    arabic = Caller(callers.token("clerk"), "ar").register(422, applicant={**APPLICANT, "national_id": "123"})
    assert arabic["errors"][0]["pointer"] == "#/applicant/national_id"
    assert any("؀" <= letter <= "ۿ" for letter in arabic["detail"])
    assert callers.clerk.register(422, applicant={"kind": "citizen", "name": "x"})["errors"][0]["pointer"] == (
        "#/applicant/national_id"
    )
    assert callers.clerk.register(422, service=7)["errors"] == [
        {"pointer": "#/service", "detail": "Give a text.", "code": "string_type"}
    ]
    callers.clerk.post("/cases", "{not json", status=400)
    callers.clerk.post("/cases", "[]", status=422)
    callers.clerk.post("/cases", json_with(name="\\u0000"), status=400)
    callers.clerk.post("/cases", json_with(name="\\ud800"), status=400)
    callers.clerk.register(404, unit="nowhere")
    callers.clerk.register(404, service="nothing")
    check = callers.clerk.register(409, applicant={**APPLICANT, "national_id": "26001010400029"})
    assert (check["code"], check["errors"][0]["pointer"]) == ("check_digit", "#/applicant/national_id")
    callers.clerk.register(applicant={**APPLICANT, "national_id": "26001010400029", "accept_check_digit": True})


def json_with(name: str) -> str:
    import json

    return json.dumps({**NEW, "applicant": {**APPLICANT, "name": "@"}}).replace('"@"', f'"سعاد {name} علي"')


def test_addresses_that_are_not_and_methods_that_do_not_fit(callers: Callers) -> None:
    told = callers.stranger.get("/nowhere", status=404)
    assert told["type"] == "urn:shubbak:problem:not_there"
    assert callers.stranger.last.headers["Content-Type"] == "application/problem+json"
    callers.stranger.post("/services", status=405)
    assert callers.stranger.last.headers["Allow"] == "GET"
    callers.clerk.get("/cases/%00", status=400)


def rows() -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM trail_entry WHERE act NOT LIKE 'people.token%'")
        (trail,) = cursor.fetchone()
    return Case.objects.count(), Act.objects.count(), int(trail)
