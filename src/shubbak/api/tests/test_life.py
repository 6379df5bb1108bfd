"""A shop licence over the API: registered, returned, completed, paid, inspected, approved, verified by anybody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings

from shubbak.api.cases.cursors import sealed
from shubbak.kernel import clock

from .calling import NEW, Callers

REPORT = {"inspected_on": "2026-11-20", "inspection_report": "مطابق للاشتراطات"}
MORNING = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def test_from_registration_to_a_verified_permit(callers: Callers) -> None:
    with clock.held(MORNING):
        made = callers.clerk.register()
        number = made["number"]
        assert made["state"] == "submitted"
        assert made["invoice"] is None
        assert made["links"]["track"] == f"{settings.SHUBBAK_PUBLIC_URL}/T/{number}-{made['tracking_code']}"
        assert made["links"]["slip"] == f"{settings.SHUBBAK_PUBLIC_URL}/api/v1/cases/{number}/slip"
        assert datetime.fromisoformat(made["due_at"]) > MORNING

        answers = {"reason": "incomplete"}
        returned = callers.reviewer.act(number, "return", answers=answers, note="صورة عقد الإيجار غير واضحة")
        assert returned["state"] == "waiting_citizen"
        assert callers.stranger.get(f"/track/{number}", code=made["tracking_code"])["message"].startswith("صورة")
        callers.clerk.act(number, "completed")
        callers.reviewer.act(number, "accept")
        moved = callers.chief.act(number, "accept", answers={"conditions": "طفاية حريق وتهوية"})
        assert moved["state"] == "waiting_payment"
        pay(callers, number)
        callers.clerk.act(number, "ready")
        callers.inspector.act(number, "conforms", answers=REPORT)
        pay(callers, number)
        assert callers.head.act(number, "approve")["state"] == "issued"

        papers = callers.clerk.get(f"/cases/{number}/papers")["items"]
        permit = next(p for p in papers if p["kind"] == "shop-licence")
        found = callers.stranger.get(f"/verify/{permit['token']}")
        assert (found["state"], found["claims"]["number"]) == ("valid", permit["number"])
        assert permit["links"]["verify"] == f"{settings.SHUBBAK_PUBLIC_URL}/V/{permit['token']}"
        tracked = callers.stranger.get(f"/track/{number}", code=made["tracking_code"])
        assert (tracked["state"], tracked["decision"]) == ("issued", "approval")
        assert [i["state"] for i in tracked["invoices"]] == ["paid", "paid"]
        history = callers.auditor.get(f"/cases/{number}")["history"]
        assert history[0]["kind"] == "submitted"


def pay(callers: Callers, number: str) -> None:
    owed = next(i for i in callers.cashier.get(f"/cases/{number}")["invoices"] if i["state"] == "open")
    body = {"means": "card", "amount": owed["total"], "reference": "POS 12"}
    paid = callers.cashier.post(f"/cases/{number}/payments", body)
    assert paid["receipt"]["amount"] == owed["total"]
    assert paid["state"] != "waiting_payment"


def test_papers_are_read_as_pdf(callers: Callers) -> None:
    made = callers.clerk.register()
    slip = callers.clerk.get(f"/cases/{made['number']}/slip")
    assert slip.startswith(b"%PDF-")
    listed = callers.clerk.get(f"/cases/{made['number']}/papers")
    assert [p["kind"] for p in listed["items"]] == ["slip"]
    link = listed["items"][0]["links"]["pdf"].removeprefix(f"{settings.SHUBBAK_PUBLIC_URL}/api/v1")
    assert callers.clerk.get(link) == slip
    other = callers.clerk.register()
    callers.clerk.get(f"/cases/{other['number']}/papers/{listed['items'][0]['id']}", status=404)


def test_a_rejection(callers: Callers) -> None:
    number = callers.clerk.register()["number"]
    wrong = callers.reviewer.act(number, "reject", status=422, answers={"reason": "because"})
    assert [e["pointer"] for e in wrong["errors"]] == ["#/answers/reason"]
    assert callers.reviewer.act(number, "reject", answers={"reason": "activity-banned"})["state"] == "rejected"
    assert callers.clerk.get(f"/cases/{number}")["decision"] == "refusal"


def test_a_request_taken_back(callers: Callers) -> None:
    number = callers.clerk.register()["number"]
    callers.reviewer.post(f"/cases/{number}/withdrawal", {"note": "عدل عنه"}, status=404)
    assert callers.clerk.get(f"/cases/{number}")["state"] == "submitted"
    assert callers.clerk.post(f"/cases/{number}/withdrawal", {"note": "عدل عنه"}, status=200)["state"] == "withdrawn"
    assert callers.clerk.get(f"/cases/{number}")["tasks"] == []
    assert callers.clerk.post(f"/cases/{number}/withdrawal", status=409)["code"] == "ended"


def test_an_action_done_twice_is_not_done_again(callers: Callers) -> None:
    number = callers.clerk.register()["number"]
    task = callers.reviewer.get(f"/cases/{number}")["tasks"][0]["id"]
    callers.reviewer.post(f"/cases/{number}/tasks/{task}/accept", status=200)
    again = callers.reviewer.post(f"/cases/{number}/tasks/{task}/accept", status=409)
    assert again["code"] == "moved_on"


def test_lists_go_on_where_they_stopped(callers: Callers, monkeypatch: object) -> None:
    monkeypatch.setattr("shubbak.api.cases.views.PAGE", 2)  # type: ignore[attr-defined]
    numbers = [callers.clerk.register()["number"] for _ in range(5)]
    found, path = [], "/cases?state=submitted"
    while path:
        page = callers.clerk.get(path)
        assert len(page["items"]) <= 2
        found += [item["number"] for item in page["items"]]
        path = page["next"] and page["next"].removeprefix(f"{settings.SHUBBAK_PUBLIC_URL}/api/v1")
    assert found == numbers[::-1]
    assert [i["number"] for i in callers.clerk.get("/cases", q=numbers[0])["items"]] == [numbers[0]]
    assert callers.clerk.get("/cases", state="issued") == {"items": [], "next": None}
    assert callers.clerk.get("/cases", status=422, state="lost")["errors"][0]["pointer"] == "?state"
    assert callers.clerk.get("/cases", status=422, after="xx")["code"] == "after"


@pytest.mark.parametrize(
    ("moment", "status"),
    [("2026-01-01T00:00:00+23:59", 200), ("0001-01-01T00:00:00+23:59", 422), ("9999-12-31T23:59:59-23:59", 422)],
)
def test_a_list_goes_on_from_no_moment_that_cannot_be(callers: Callers, moment: str, status: int) -> None:
    callers.clerk.get("/cases", status=status, after=sealed(f"{moment}_00000000-0000-0000-0000-000000000000"))


def test_the_catalogue_is_open(callers: Callers) -> None:
    rows = callers.stranger.get("/services", unit=NEW["unit"])["items"]
    assert "shop-licence" in {row["key"] for row in rows}
    assert callers.stranger.get("/services", q="ترخيص محل عام")["items"][0]["key"] == "shop-licence"
    whole = callers.stranger.get("/services/shop-licence")
    assert whole["form"]["properties"]["area"]["x-unit"] == "m²"
    assert "lease" in {d["kind"] for d in whole["documents"]}
    assert whole["fees"][0]["lines"]
    assert {"law", "promise"} <= {limit["kind"] for limit in whole["limits"]}
    callers.stranger.get("/services/no-such-service", status=404)
    callers.stranger.get("/services", status=404, unit="9999")
