"""Bands, slices and bounds come to the same as reckoning by hand."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shubbak.catalogue.reading.parts import FeeLinePart
from shubbak.catalogue.reading.tariffs import amount_of
from shubbak.flow.expressions import ensure_closed, evaluate

ends = st.lists(st.integers(1, 500), min_size=0, max_size=8, unique=True).map(sorted)
areas = st.decimals(0, 1000, places=2)


def line(**how: Any) -> FeeLinePart:
    return FeeLinePart.model_validate({"label": {"ar": "ا", "en": "a"}, "settlement": "1", **how})


def tariff(limits: list[int], amounts: list[int]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"up_to": end, "amount": amount} for end, amount in zip(limits, amounts, strict=False)
    ]
    return [*rows, {"amount": amounts[len(limits)]}]


def value(part: FeeLinePart, **names: Any) -> Any:
    found = amount_of(part)
    assert ensure_closed(found.tree) is found.tree
    assert found.text
    return evaluate(found.tree, names)


amounts = st.lists(st.integers(0, 900), min_size=9, max_size=9)


@given(ends, amounts, areas)
def test_one_amount_for_the_band(limits: list[int], figures: list[int], area: Decimal) -> None:
    found = value(line(by="area", bands=tariff(limits, figures)), area=area)
    assert found == figures[sum(area > end for end in limits)]


@given(ends, amounts, areas)
def test_each_slice_at_its_own_rate(limits: list[int], figures: list[int], area: Decimal) -> None:
    found = value(line(by="area", slices=tariff(limits, figures)), area=area)
    edges = [Decimal(0), *map(Decimal, limits), Decimal(10**9)]
    by_hand = [
        max(Decimal(0), min(area, high) - low) * rate
        for (low, high), rate in zip(pairwise(edges), figures, strict=False)
    ]
    assert found == sum(by_hand)


@given(areas, st.integers(0, 400), st.integers(400, 900))
def test_bounds_hold_for_every_way(area: Decimal, low: int, high: int) -> None:
    bounds = {"at_least": str(low), "at_most": str(high)}
    for how in ({"amount": "area"}, {"by": "area", "bands": tariff([100], [1, 1000] * 5)}):
        free = value(line(**how), area=area)
        assert value(line(**how, **bounds), area=area) == min(Decimal(high), max(Decimal(low), free))


def test_what_is_not_known_has_no_amount() -> None:
    """Not the last band's, nor the floor: nothing is billed of nothing."""
    for how in ({"bands": tariff([10], [1, 2])}, {"slices": tariff([10], [1, 2])}):
        assert value(line(by="area", **how), area=None) is None
        assert value(line(by="area", **how), area=Decimal(-1)) is None
        assert value(line(by="area", at_least="100", **how), area=None) is None


def test_a_figure_may_be_a_rate_and_what_is_counted_an_expression() -> None:
    part = line(by="width * 2", slices=[{"up_to": 3, "amount": "small"}, {"amount": "small / 2"}])
    assert value(part, width=Decimal(5), small=Decimal(10)) == Decimal(65)


def test_a_percentage_names_rounded_lines() -> None:
    found = amount_of(line(percent=Decimal("2.5"), of=["a-line", "other"]))
    assert found.names == {"line a-line", "line other"}
    assert evaluate(found.tree, {"line a-line": Decimal(100), "line other": Decimal(20)}) == 3
