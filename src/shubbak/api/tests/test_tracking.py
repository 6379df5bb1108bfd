"""Tracking tells nothing to whoever has no slip, and guessing is slow."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shubbak.api.tracking import misses
from shubbak.kernel import clock

from .calling import Caller, Callers


@pytest.fixture(autouse=True)
def nobody_held_off() -> None:
    misses._held.clear()


def test_only_number_and_code_together(callers: Callers) -> None:
    made = callers.clerk.register()
    number, code = made["number"], made["tracking_code"]
    found = callers.stranger.get(f"/track/{number}", code=code.lower())
    assert (found["number"], found["state"]) == (number, "submitted")
    assert "سعاد" not in callers.stranger.last.content.decode()
    wrong = callers.stranger.get(f"/track/{number}", status=404, code="ZZZZZZZZ")
    wrong_answer = dict(callers.stranger.last.headers), callers.stranger.last.content
    absent = callers.stranger.get("/track/0402-2026-000999-J", status=404, code=code)
    assert wrong == absent
    assert (dict(callers.stranger.last.headers), callers.stranger.last.content) == wrong_answer
    callers.stranger.get(f"/track/{number}", status=422)


def test_misses_are_slowed_and_hits_are_not(callers: Callers) -> None:
    made = callers.clerk.register()
    number, code = made["number"], made["tracking_code"]
    with clock.held(clock.now()):
        for _ in range(50):
            callers.stranger.get(f"/track/{number}", code=code)
        for _ in range(misses.ALLOWED):
            callers.stranger.get(f"/track/{number}", status=404, code="00000000")
        told = callers.stranger.get(f"/track/{number}", status=429, code="00000000")
        assert (told["code"], callers.stranger.last.headers["Retry-After"]) == ("held_off", str(misses.SECONDS))
        callers.stranger.get(f"/track/{number}", status=429, code=code)
        other = callers.clerk.register()
        callers.stranger.get(f"/track/{other['number']}", code=other["tracking_code"])
    misses._held.clear()
    with clock.held(clock.now() + timedelta(seconds=misses.SECONDS * 2)):
        callers.stranger.get(f"/track/{number}", code=code)


def test_a_number_that_does_not_exist_is_slowed_alike(callers: Callers) -> None:
    for _ in range(misses.ALLOWED):
        callers.stranger.get("/track/0402-2026-000999-J", status=404, code="00000000")
    callers.stranger.get("/track/0402-2026-000999-J", status=429, code="00000000")


def test_what_is_not_ours_is_forged(callers: Callers) -> None:
    for token in ("AAAA", "x", "%D8%A7", "A" * 3000):
        assert callers.stranger.get(f"/verify/{token}")["state"] == "forged"
    arabic = Caller(language="ar").get("/track/x", status=404, code="1")
    assert any("؀" <= letter <= "ۿ" for letter in arabic["title"])
