"""Idempotency-Key, four ways: absent, repeated, still running, reused for another body."""

from __future__ import annotations

import threading
import uuid
from typing import Any

import pytest
from django.db import connection

from shubbak.cases.models import Case

from .calling import NEW, ROOT, Caller, Callers


def test_absent(callers: Callers) -> None:
    for path in ("/cases", "/uploads", "/cases/x/payments"):
        told = callers.clerk.client.post(ROOT + path, {}, "application/json", headers=callers.clerk.headers)
        assert (told.status_code, told.json()["code"]) == (400, "key_missing")
    assert Case.objects.count() == 0


@pytest.mark.parametrize("key", [" ", "é", "ك", "k" * 256, "a\tb"])
def test_unfit(callers: Callers, key: str) -> None:
    assert callers.clerk.post("/cases", NEW, status=400, key=key)["code"] == "key_unfit"
    assert Case.objects.count() == 0


def test_replayed(callers: Callers) -> None:
    key = str(uuid.uuid4())
    first = callers.clerk.post("/cases", NEW, key=key)
    content = callers.clerk.last.content
    assert callers.clerk.post("/cases", NEW, key=key) == first
    assert callers.clerk.post("/cases", NEW, key=f'"{key}"') == first
    assert callers.clerk.last.content == content
    assert Case.objects.count() == 1


def test_reused_for_another_body(callers: Callers) -> None:
    key = str(uuid.uuid4())
    callers.clerk.post("/cases", NEW, key=key)
    other = {**NEW, "answers": {**NEW["answers"], "area": "81"}}
    assert callers.clerk.post("/cases", other, status=422, key=key)["code"] == "key_reused"
    assert Case.objects.count() == 1


def test_a_refused_request_may_be_mended_under_the_same_key(callers: Callers) -> None:
    key = str(uuid.uuid4())
    callers.clerk.post("/cases", {**NEW, "documents": []}, status=422, key=key)
    callers.clerk.post("/cases", NEW, key=key)


def test_keys_of_two_people_do_not_meet(callers: Callers) -> None:
    key = str(uuid.uuid4())
    callers.clerk.post("/cases", NEW, key=key)
    callers.archivist.post("/cases", NEW, status=404, key=key)


def test_still_running(live: None, monkeypatch: pytest.MonkeyPatch) -> None:
    callers = Callers()
    inside, finish = threading.Event(), threading.Event()
    from shubbak.api.cases import doing

    submit = doing.submit

    def slow(**given: Any) -> Any:
        made = submit(**given)
        inside.set()
        assert finish.wait(20)
        return made

    key, token, answers = str(uuid.uuid4()), callers.token("clerk"), []

    def first() -> None:
        answers.append(Caller(token).post("/cases", NEW, key=key))
        connection.close()

    monkeypatch.setattr(doing, "submit", slow)
    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(20)
    told = Caller(token).post("/cases", NEW, status=409, key=key)
    finish.set()
    thread.join()
    monkeypatch.setattr(doing, "submit", submit)
    assert told["code"] == "still_running"
    assert Caller(token).post("/cases", NEW, key=key) == answers[0]
    assert Case.objects.count() == 1
