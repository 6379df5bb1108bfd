"""What a fee set comes to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.fees import due_total, estimate, fees
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid

from .making import WORDS, citizen, service


def _billing(*lines: dict[str, str]):  # type: ignore[no-untyped-def]
    full = [{"code": "C", "label": WORDS, "settlement_code": "1", **line} for line in lines]
    return service("c", {"c": citizen("done")}, fee_sets={"due": {"lines": full}})


def test_lines_that_apply_in_piastres() -> None:
    billing = _billing({"amount": "area * 0.335"}, {"amount": "500", "when": "tall"}, {"amount": "0"})
    lines = fees(billing, "due", {"area": "10.1", "tall": False})
    assert [line.amount for line in lines] == [Money(338)]
    assert due_total(billing, "due", {"area": "10.1", "tall": True}) == Money(50338)


@pytest.mark.parametrize("amount", ["area * 2", "0 - 5", "'ten'", "1e12", "1e15 * 1e15"])
def test_an_amount_without_value_is_never_billed_as_nothing(amount: str) -> None:
    billing = _billing({"amount": amount})
    with pytest.raises(Invalid) as refused:
        fees(billing, "due", {})
    assert refused.value.code == "fee_unknown"
    assert estimate(billing, "due", {}) == ((), False)


def test_what_no_receipt_can_say_in_words_is_not_billed() -> None:
    billing = _billing({"amount": "9e11"}, {"amount": "9e11"})
    with pytest.raises(Invalid) as refused:
        fees(billing, "due", {})
    assert refused.value.code == "fee_unknown"


@given(st.decimals(0, 10**6, places=3))
def test_each_line_is_rounded_once_half_away_from_zero(area: Decimal) -> None:
    billing = _billing({"amount": "area"}, {"amount": "area"})
    assert due_total(billing, "due", {"area": str(area)}).piastres == 2 * Money.rounded(area).piastres


def _percent(*of: str) -> dict[str, object]:
    total: list[object] = ["number", "0"]
    for code in of:
        total = ["+", total, ["name", f"line {code}"]]
    tree = ["/", ["*", total, ["number", "14"]], ["number", "100"]]
    return {"code": "T", "amount": {"text": "14%", "tree": tree}, "percent": "14", "of": list(of)}


def test_a_percentage_is_of_rounded_lines_and_keeps_its_place() -> None:
    """Of those that apply; written first, it is still worked out last."""
    lines = (_percent("A", "B"), {"code": "A", "amount": "area"}, {"code": "B", "amount": "100", "when": "tall"})
    billing = _billing(*lines)
    due = fees(billing, "due", {"area": "10.006", "tall": False})
    assert [(line.code, str(line.amount)) for line in due] == [("T", "1.40"), ("A", "10.01")]
    assert due_total(billing, "due", {"area": "10.006", "tall": True}) == Money(12541)


def test_a_percentage_of_what_is_not_known_is_not_known() -> None:
    billing = _billing(_percent("A"), {"code": "A", "amount": "area"})
    with pytest.raises(Invalid) as refused:
        fees(billing, "due", {})
    assert refused.value.code == "fee_unknown"
    assert estimate(billing, "due", {}) == ((), False)
