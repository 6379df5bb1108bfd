"""Amounts: what is not one, or is too large for any till, is refused before arithmetic breaks on it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from shubbak.kernel.money import Money


@pytest.mark.parametrize("typed", ["1e999999999", "-1e999999999", "1e308", "1" + "0" * 40, "1e-999999999", "9" * 5000])
def test_what_no_till_holds_is_no_amount(typed: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money.parse(typed)


@pytest.mark.parametrize("pounds", [Decimal("1e999999999"), Decimal("1e26"), Decimal("-1e16"), Decimal("inf")])
def test_what_no_till_holds_is_not_rounded(pounds: Decimal) -> None:
    with pytest.raises(ValueError, match="too large"):
        Money.rounded(pounds)


@pytest.mark.parametrize(
    ("typed", "piastres"), [("1,250.50", 125050), ("١٬٢٥٠٫٥٠", 125050), ("1e3", 100000), ("-4", -400)]
)
def test_an_amount_is_read_as_people_write_it(typed: str, piastres: int) -> None:
    assert Money.parse(typed) == Money(piastres)
