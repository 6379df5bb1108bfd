"""The services' pages tell everything before anybody leaves home."""

from __future__ import annotations

import html as markup
import json
import re
from datetime import time
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from pypdf import PdfReader

from shubbak.catalogue.exports.schema_org import government_service
from shubbak.catalogue.queries import current, offered
from shubbak.flow.expressions import Expr
from shubbak.places.models import Centre
from shubbak.portal.services.conditions import Words
from shubbak.portal.services.shown import shown

LINKED = re.compile(r'<script type="application/ld\+json" nonce="([^"]+)">(.*?)</script>', re.S)


def test_every_service_tells_all_of_itself(catalogue: None, client: Client) -> None:
    for published in offered():
        service = published.service
        page = markup.unescape(client.get(f"/services/{service.key}/").content.decode())
        for told in (service.name, service.summary, service.law.title, *(d.name for d in service.documents)):
            assert told.ar in page, (service.key, told.ar)
        for step in service.flow.steps.values():
            lines = service.fee_sets[step.fee_set].lines if step.fee_set else ()
            assert all(line.label.ar in page for line in lines), service.key
            assert not any(line.illustrative for line in lines) or "illustrative" in page
        for limit in service.limits:
            assert limit.name is None or limit.name.ar in page
        assert 'role="img"' in page and "<svg" in page


def test_a_service_that_is_not_there(catalogue: None, client: Client) -> None:
    for address in ("moon-landing/", "moon-landing/fees/", "moon-landing/a4/", "complaint/fees/"):
        assert client.get(f"/services/{address}").status_code == 404


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
        kiosk = Words(current("kiosk-licence").service)
        assert kiosk.condition(Expr.of("'food' in goods")) == "What you will sell: Prepared food"


def test_what_is_worked_out_goes_back_to_what_is_asked(catalogue: None) -> None:
    service = current("kiosk-licence").service
    line = next(line for line in service.fee_sets["approval"].lines if line.code == "kiosk-fee")
    with override("en"):
        assert Words(service).basis(line) == "Your case, Length, Width"


def test_every_page_can_be_said_in_both_languages(catalogue: None) -> None:
    for published in offered():
        for language in ("ar", "en"):
            with override(language):
                page = shown(published.service)
                assert all(page.who) and all(page.where), published.service.key
                assert all(page.channels) and page.level, published.service.key
                assert all(limit.within and limit.starts for limit in page.limits), published.service.key


def test_machines_read_the_same_service(catalogue: None, client: Client) -> None:
    for key in ("shop-licence", "complaint", "takaful-karama"):
        answer = client.get(f"/services/{key}/")
        nonce, text = LINKED.findall(answer.content.decode())[0]
        told = json.loads(text)
        address = f"http://testserver/services/{key}/"
        assert told == government_service(current(key).service, url=address, language="ar")
        assert (told["@type"], told["url"]) == ("GovernmentService", address)
        assert f"'nonce-{nonce}'" in answer.headers["Content-Security-Policy"]


def test_the_page_can_be_shared(catalogue: None, client: Client) -> None:
    page = client.get("/services/shop-licence/", {"governorate": "04"}).content.decode()
    assert '<link rel="canonical" href="http://testserver/services/shop-licence/">' in page
    assert '<meta property="og:title" content="ترخيص محل عام">' in page
    assert '<meta property="og:url" content="http://testserver/services/shop-licence/">' in page
    assert '<meta property="og:description" content="' in page
    assert 'data-share="http://testserver/services/shop-licence/"' in page


def test_where_and_when_near_you(catalogue: None, client: Client, django_assert_num_queries: Any) -> None:
    Centre.objects.create(
        unit_id="0402", kind="fixed", name_ar="مركز الأربعين", name_en="Arbaeen centre", opens_at=time(8, 30),
        closes_at=time(15),
    )  # fmt: skip
    van = Centre.objects.create(unit_id="0402", kind="van", name_ar="مركز متنقل", name_en="A van")
    client.get("/services/kiosk-licence/")
    with django_assert_num_queries(0):
        anywhere = client.get("/services/kiosk-licence/").context["near"]
    assert (len(anywhere.governorates), anywhere.places) == (27, ())
    with django_assert_num_queries(1):
        page = client.get("/services/kiosk-licence/", {"unit": "0402"})
    near = page.context["near"]
    assert near.chosen == "04" and near.places[0].chosen and near.places[0].name["ar"] == "حي الأربعين"
    assert [one.name_ar for one in near.places[0].centres] == ["مركز الأربعين", van.name_ar]
    assert all(one.name["ar"] and not one.centres for one in near.places[1:])
    assert "08:30" in page.content.decode() and "15:00" in page.content.decode()
    part = client.get(
        "/services/kiosk-licence/", {"governorate": "01"}, HTTP_HX_REQUEST="true", HTTP_HX_TARGET="near-places"
    ).content.decode()
    assert "<html" not in part and "حي الساحل" in part
    seat = client.get("/services/governor-meeting/", {"governorate": "04"}).context["near"]
    assert [one.name["ar"] for one in seat.places] == ["ديوان عام محافظة السويس"]
    assert client.get("/services/kiosk-licence/", {"governorate": "99"}).context["near"].places == ()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_on_paper_it_is_one_page_with_its_address(catalogue: None, client: Client, language: str) -> None:
    def length(one: Any) -> int:
        service = one.service
        lines = sum(len(part.lines) for part in service.fee_sets.values())
        return 2 * len(service.documents) + len(service.flow.steps) + lines + len(service.eligibility)

    longest = sorted(offered(), key=length)[-5:]
    for key in (*(one.service.key for one in longest), "complaint"):
        answer = client.get(f"/services/{key}/a4/", {"language": language})
        assert answer.headers["Content-Type"] == "application/pdf"
        pages = PdfReader(BytesIO(answer.content)).pages
        assert len(pages) == 1, key
        assert f"http://testserver/services/{key}/" in pages[0].extract_text()
        assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
