"""How long what is issued holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.flow.definition import Field, Output, ServiceDefinition
from shubbak.flow.expressions import Expr
from shubbak.flow.validity import LONGEST, valid_until
from shubbak.flow.words import Text
from shubbak.kernel.refusal import Invalid

from .making import WORDS, service

DAY = date(2026, 3, 1)
FIELDS = tuple(Field(key, Text(key, key), kind) for key, kind in (("years", "whole"), ("ends_on", "date")))


def issuing(validity: str | None = None, days: int | None = None) -> ServiceDefinition:
    rule = Expr.of(validity) if validity else None
    output = Output("licence", Text("رخصة", "Licence"), "LC", validity_days=days, validity=rule)
    return replace(
        service("end", {"end": {"name": WORDS, "kind": "end", "ends": "closed"}}), fields=FIELDS, output=output
    )


def until(made: ServiceDefinition, **answers: Any) -> date | None:
    return valid_until(made, answers, issued_on=DAY)


def test_a_plain_length_a_rule_of_days_and_a_last_day() -> None:
    assert until(issuing(days=365)) == date(2027, 3, 1)
    assert until(issuing("years * 365"), years=3) == DAY + timedelta(days=1095)
    assert until(issuing("ends_on"), ends_on="2026-04-10") == date(2026, 4, 10)
    assert until(issuing()) is None
    assert until(replace(issuing(), output=None)) is None


def test_a_part_of_a_day_counts_whole_and_a_day_that_is_past_is_told() -> None:
    assert until(issuing("years * 365 / 12"), years=1) == DAY + timedelta(days=31)
    assert until(issuing("ends_on"), ends_on="2026-02-01") == date(2026, 2, 1)


@pytest.mark.parametrize("answers", [{}, {"years": 0}, {"years": -1}, {"years": LONGEST}])
def test_what_has_no_sensible_end_is_not_issued_for_ever(answers: dict[str, int]) -> None:
    with pytest.raises(Invalid) as refused:
        until(issuing("years * 365"), **answers)
    assert refused.value.code == "validity_unknown"


@given(st.decimals(Decimal("0.001"), LONGEST, places=3))
def test_the_end_is_never_before_the_days_are_over(days: Decimal) -> None:
    found = until(issuing(str(days)))
    assert found is not None and Decimal((found - DAY).days) >= days > Decimal((found - DAY).days - 1)
