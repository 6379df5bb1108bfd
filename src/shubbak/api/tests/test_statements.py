"""What a request may cost: 15 statements a submission, 12 a step, 17 a payment, BEGIN and COMMIT counted as well."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .calling import NEW, Callers

COPY = {"permit_kind": "shop", "permit_year": 1998, "site_address": "شارع الجيش", "copies": 1, "capacity": "owner"}
COPY_PAPERS = [{"kind": kind, "seen_original": True} for kind in ("national-id", "proof-of-right")]


def counted(act: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        act()
    return [q["sql"] for q in asked]


def said(statements: list[str]) -> str:
    return "\n".join(f"{i:3} {sql[:150]}" for i, sql in enumerate(statements, 1))


@pytest.fixture
def warm(live: None) -> Callers:
    """Committed for real, as in life: no test's own transaction, so that BEGIN and COMMIT are seen too."""
    callers = Callers()
    number = callers.clerk.register()["number"]
    callers.reviewer.act(number, "accept")
    callers.chief.get("/cases")
    return callers


def test_a_submission(warm: Callers) -> None:
    again = counted(lambda: warm.clerk.register())
    applicant = {**NEW["applicant"], "national_id": "26001020400017", "accept_check_digit": True}
    fresh = counted(lambda: warm.clerk.register(applicant=applicant))
    assert len(again) <= 15, said(again)
    assert len([sql for sql in fresh if not sql.startswith(("SAVEPOINT", "RELEASE"))]) <= 15, said(fresh)


def test_a_step(warm: Callers) -> None:
    number = warm.clerk.register()["number"]
    task = warm.reviewer.get(f"/cases/{number}")["tasks"][0]["id"]
    step = counted(lambda: warm.reviewer.post(f"/cases/{number}/tasks/{task}/accept", status=200))
    assert len(step) <= 12, said(step)


def test_a_payment(warm: Callers) -> None:
    def unpaid() -> tuple[str, str]:
        made = warm.clerk.register(service="permit-copy", answers=COPY, documents=COPY_PAPERS)
        return made["number"], made["invoice"]["total"]

    def collect(number: str, total: str) -> None:
        warm.cashier.post(f"/cases/{number}/payments", {"means": "cash", "amount": total}, status=201)

    collect(*unpaid())
    number, total = unpaid()
    paid = counted(lambda: collect(number, total))
    assert len(paid) <= 17, said(paid)


def test_reading_does_not_grow(warm: Callers) -> None:
    one = warm.clerk.register()
    track = counted(lambda: warm.stranger.get(f"/track/{one['number']}", code=one["tracking_code"]))
    case = counted(lambda: warm.clerk.get(f"/cases/{one['number']}"))
    few = counted(lambda: warm.clerk.get("/cases"))
    for _ in range(5):
        warm.clerk.register()
    assert len(counted(lambda: warm.clerk.get("/cases"))) == len(few) <= 3, said(few)
    assert len(track) <= 8, said(track)
    assert len(case) <= 13, said(case)
