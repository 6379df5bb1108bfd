"""Addresses and fields that no page of ours writes: told as such, never a fault of ours."""

from __future__ import annotations

import pytest

from shubbak.cases.models import Case
from shubbak.counter.templatetags.counter import words
from shubbak.kernel.money import Money

from .conftest import Counter
from .test_form import PAGE, town, typed

__all__ = ["town"]
NINES = "9" * 5000


@pytest.mark.parametrize("path", ["/counter/cases/%00/", "/desk/cases/%00/", "/services/%00/", "/%00"])
def test_a_path_that_no_database_keeps_is_not_there(at_counter: Counter, path: str) -> None:
    for who in ("clerk", "reviewer"):
        client = at_counter(who)
        client.raise_request_exception = False
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "changed",
    [
        {f"answers.floors.{NINES}.room_name": "x"},
        {"do": None, "rows": f"drop floors {NINES}"},
        {"do": None, "take-away": ".".join("a" * 3000)},
        {"size.lease": NINES, "upload.lease": "018f5d0e-0000-7000-8000-00000000000a"},
        {"answers.shop_area": "1e999999999"},
        {"answers.workers": "١e٩٩٩٩٩٩٩٩٩"},
        {"answers.spot.lat": "1e999999999"},
        {"answers.trade_name": "\u202e"},
        {"answers.where.unit": "0499ZZ"},
    ],
)
def test_a_tampered_form_comes_back_and_nothing_is_kept(at_counter: Counter, changed: dict[str, str | None]) -> None:
    client = at_counter("clerk")
    client.raise_request_exception = False
    assert client.post(PAGE, typed(**{"do": "register", **changed})).status_code < 500
    assert not Case.objects.exists()


def test_an_amount_beyond_words_is_shown_in_figures_alone() -> None:
    assert words(Money(10**14 - 1))
    assert words(Money(10**14)) == ""
