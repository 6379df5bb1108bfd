"""The calculator: a few answers in, lines with their reasons out; nothing is kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from shubbak.catalogue.queries import current, offered
from shubbak.kernel.money import Money
from shubbak.portal.services.estimate import estimated
from shubbak.portal.services.shown import is_free

KIOSK = "priority=disability&length=2.5&width=2"


def test_fees_are_worked_out_from_a_few_answers(catalogue: None, client: Client) -> None:
    answers = {"built_area": "١٦٠", "floors": "4", "works_value": "3,200,000"}
    page = client.get("/services/building-permit/fees/", answers)
    told = page.context["estimate"]
    assert told.whole
    assert [part.sum for part in told.parts] == [Money(51100), Money(729100)]
    assert "7,802.00" in page.content.decode()


@pytest.mark.parametrize("years", ["1e999999999", "١e٩٩٩٩٩٩٩٩٩", "1e-999999999", "0e999999999"])
def test_a_number_without_measure_is_told_as_none(catalogue: None, client: Client, years: str) -> None:
    page = client.get("/services/advertisement/fees/", {"years": years})
    assert page.status_code == 200
    assert not page.context["estimate"].whole


def test_each_line_tells_its_rule(catalogue: None) -> None:
    told = estimated(current("kiosk-licence").service, QueryDict(KIOSK))
    lines = {line.code: line for part in told.parts for line in part.lines}
    assert lines["kiosk-fee"].amount == Money(90000)
    assert "30" in lines["kiosk-fee"].rule.ar and "12" in lines["kiosk-fee"].rule.ar
    assert told.illustrative and told.sources


@pytest.mark.parametrize(
    ("place", "fee"),
    [("", 90000), ("&at-governorate=04", 120000), ("&at-governorate=04&at-unit=0402", 135000),
     ("&at-governorate=01&at-unit=0402", 90000)],
)  # fmt: skip
def test_the_place_decides_where_a_decree_says_so(catalogue: None, place: str, fee: int) -> None:
    told = estimated(current("kiosk-licence").service, QueryDict(KIOSK + place))
    assert next(line.amount for line in told.parts[1].lines if line.code == "kiosk-fee") == Money(fee)


def test_a_question_that_does_not_apply_is_hidden_and_does_not_count(catalogue: None) -> None:
    service = next(
        one.service
        for one in offered()
        if any(q.key for q in one.service.fields if q.when and _counts(one.service, q.key))
    )
    hidden = [one.key for one in estimated(service, QueryDict()).asked if not one.applies]
    shown = estimated(service, QueryDict()).shown.split()
    assert hidden and not set(hidden) & set(shown)


def _counts(service: Any, key: str) -> bool:
    lines = [line for part in service.fee_sets.values() for line in part.lines]
    return any(key in line.amount.names for line in lines)


def test_rows_of_a_group_are_summed_and_one_more_is_offered(catalogue: None) -> None:
    service = current("vertical-extension").service
    group = next(field for field in service.fields if field.kind == "group")
    numbers = [one.key for one in group.fields if one.kind in ("number", "whole")]
    rows = "&".join(f"{group.key}.{at}.{key}=100" for at in (0, 1) for key in numbers)
    told = estimated(service, QueryDict(rows))
    asked = {one.key: one.applies for one in told.asked}
    assert asked[f"{group.key}.1"] and asked[f"{group.key}.2"] and not asked[f"{group.key}.3"]
    once = estimated(service, QueryDict("&".join(f"{group.key}.0.{key}=100" for key in numbers)))
    assert told.sum > once.sum


def test_a_wrong_answer_is_told_beside_its_field_and_the_rest_is_still_worked_out(
    catalogue: None, client: Client
) -> None:
    page = client.get("/services/building-permit/fees/", {"built_area": "كبيرة", "floors": "4"}).content.decode()
    assert 'aria-invalid="true"' in page
    assert 'value="كبيرة"' in page
    assert "حتى الآن" in page


def test_htmx_gets_the_sums_alone(catalogue: None, client: Client) -> None:
    part = client.get(f"/services/kiosk-licence/fees/?{KIOSK}", HTTP_HX_REQUEST="true", HTTP_HX_TARGET="sums")
    html = part.content.decode()
    assert "<form" not in html and 'data-shown="' in html and "900.00" in html


def test_every_calculator_opens_in_both_languages_and_costs_no_statement(
    catalogue: None, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.get("/services/kiosk-licence/fees/")
    for one in offered():
        if is_free(one.service):
            continue
        with django_assert_max_num_queries(1):  # whether anything was published since
            answer = client.get(f"/services/{one.service.key}/fees/", {"language": "en"})
        assert answer.status_code == 200, one.service.key
        told = answer.context["estimate"]
        assert told.parts and (told.whole or told.asked or told.found), one.service.key
