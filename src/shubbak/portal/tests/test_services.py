"""The services' pages tell everything before anybody leaves home."""

from __future__ import annotations

import html as markup
import re

import pytest
from django.test import Client
from django.utils.translation import override

from shubbak.catalogue.queries import current, offered
from shubbak.flow.expressions import Expr
from shubbak.kernel.money import Money
from shubbak.portal.services.conditions import Words, bounds
from shubbak.portal.services.shown import shown


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("عايز أفتح محل", "shop-licence"),
        ("محل", "shop-"),
        ("رخصه بناء", "building-permit"),
        ("complaint", "complaint"),
        ("عاوز أشتكي من الزبالة والإنارة", "complaint"),
        ("زقزوقة", None),
    ],
)
def test_search_forgives_spelling(catalogue: None, client: Client, typed: str, first: str | None) -> None:
    page = client.get("/services/", {"q": typed}).content.decode()
    if first:
        assert re.search(r'class="door" href="/services/([a-z-]+)', page)[1].startswith(first)
    else:
        assert "لا نتائج بهذه الكلمات" in page


def test_every_service_tells_all_of_itself(catalogue: None, client: Client) -> None:
    assert len(offered()) == 12
    for published in offered():
        service = published.service
        page = markup.unescape(client.get(f"/services/{service.key}/").content.decode())
        for told in (service.name, service.summary, service.law.title, *(d.name for d in service.documents)):
            assert told.ar in page, (service.key, told.ar)
        for fee_set in service.fee_sets.values():
            assert all(line.label.ar in page for line in fee_set.lines), service.key
        for limit in service.limits:
            assert limit.name is None or limit.name.ar in page
        doubtful = any(line.illustrative for fee_set in service.fee_sets.values() for line in fee_set.lines)
        assert not doubtful or "illustrative" in page
        assert 'role="img"' in page and "<svg" in page


def test_a_service_that_is_not_there(catalogue: None, client: Client) -> None:
    assert client.get("/services/moon-landing/").status_code == 404
    assert client.get("/services/moon-landing/fees/").status_code == 404
    assert client.get("/services/complaint/fees/").status_code == 404


def test_a_condition_is_said_with_the_labels_of_the_form(catalogue: None) -> None:
    service = current("building-permit").service
    words = Words(service)
    with override("en"):
        assert words.condition(Expr.of("works == 'new'")) == "Kind of works: New building"
        assert words.condition(Expr.of("floors > 1 or built_area > 200")) == (
            "Number of storeys requested: more than 1, or Area of one floor: more than 200 m²"
        )
        assert words.condition(Expr.of("use in ['commercial', 'public']")) == (
            "Use: Commercial or Place open to the public"
        )
        assert words.condition(Expr.of("applicant_kind == 'foreigner'")) == "Applicant: a resident foreigner"
        assert words.condition(Expr.of("floors * 2 > 3")) == ""
        assert words.condition(True) == ""


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5", "5", "5"),
        ("250 if area <= 500 else 500", "250", "500"),
        ("max(500, area * 2)", "500", None),
        ("min(20000, max(500, area * 5))", "500", "20000"),
        ("round(min(10, area), 2)", None, "10"),
        ("area * 2", None, None),
    ],
)
def test_what_is_known_of_an_amount_before_any_answer(text: str, low: str | None, high: str | None) -> None:
    found = bounds(Expr.of(text).tree)
    assert [None if one is None else str(one) for one in found] == [low, high]


def test_every_page_can_be_said_in_both_languages(catalogue: None) -> None:
    for published in offered():
        for language in ("ar", "en"):
            with override(language):
                page = shown(published.service)
                assert all(page.who) and all(page.where), published.service.key
                assert all(channel for channel in page.channels), published.service.key
                assert all(limit.within and limit.starts for limit in page.limits), published.service.key


def test_fees_are_worked_out_from_a_few_answers_and_nothing_is_kept(catalogue: None, client: Client) -> None:
    answers = {"built_area": "١٦٠", "floors": "4", "works_value": "3,200,000"}
    page = client.get("/services/building-permit/fees/", answers)
    told = page.context["estimate"]
    assert told.whole
    assert [part.sum for part in told.parts] == [Money(51100), Money(729100)]
    assert "7,802.00" in page.content.decode()


def test_a_wrong_answer_is_told_beside_its_field_and_the_rest_is_still_worked_out(
    catalogue: None, client: Client
) -> None:
    page = client.get("/services/building-permit/fees/", {"built_area": "كبيرة", "floors": "4"}).content.decode()
    assert 'aria-invalid="true"' in page
    assert 'value="كبيرة"' in page
    assert "حتى الآن" in page
