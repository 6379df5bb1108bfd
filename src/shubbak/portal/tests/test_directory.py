"""The directory: every service is found by its filters and by words, with JavaScript and without."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from shubbak.catalogue.queries import offered
from shubbak.catalogue.queries.browsing import FILTERS
from shubbak.portal.services.directory import PAGE

HIT = re.compile(r'<ul class="hits">|<li><a href="/services/([a-z0-9-]+)/')
PART = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "shelf"}


def hits(client: Client, **asked: Any) -> list[str]:
    page = client.get("/services/", asked).content.decode()
    return [key for key in HIT.findall(page) if key]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("عايز أفتح محل", "shop-licence"),
        ("رخصه محل", "shop-licence"),
        ("رخصه بناء", "building-permit"),
        ("complaint", "complaint"),
        ("عاوز أشتكي في الحي", "complaint"),
        ("أجدد رخصة السواقة", "driving-licence-renewal"),
        ("tawkeel khas", "special-power-of-attorney"),
        ("ضغثبلم", None),
    ],
)
def test_search_forgives_spelling_and_dialect(catalogue: None, client: Client, typed: str, first: str | None) -> None:
    found = hits(client, q=typed)
    if first is not None:
        assert found[0] == first
    else:
        assert found == []
        assert "لا نتائج بهذه الكلمات" in client.get("/services/", {"q": typed}).content.decode()


def test_the_way_in_counts_every_life_event_and_department(catalogue: None, client: Client) -> None:
    told = client.get("/services/").context["d"]
    services = [one.service for one in offered()]
    counted = {one.value: one.count for one in told.events}
    assert counted == {e: sum(e in one.life_events for one in services) for s in services for e in s.life_events}
    assert sum(one.count for one in told.departments) == len(services) == told.count


def test_filters_combine_without_javascript_and_tell_what_each_would_leave(catalogue: None, client: Client) -> None:
    asked = {"event": "building", "who": "organisation", "unit": "0402", "q": ""}
    page = client.get("/services/", asked)
    told = page.context["d"]
    assert [one.name for one in told.filters] == list(FILTERS)
    assert 0 < told.count < client.get("/services/", {"event": "building"}).context["d"].count
    for one in told.filters:
        for option in one.options:
            if option.chosen:
                assert option.count == told.count, (one.name, option.value)
            asked_so = {key: values[0] for key, values in parse_qs(option.href.removeprefix("?")).items()}
            assert asked_so[one.name] == option.value
    channel = next(one for one in told.filter("channel").options if one.value == "van")
    assert client.get("/services/" + channel.href).context["d"].count == channel.count
    html = page.content.decode()
    assert html.count("<select") == len(FILTERS) and "<noscript>" in html
    assert {str(chip.label) if not isinstance(chip.label, dict) else chip.label["ar"] for chip in told.chips} == {
        "أبني أو أعدّل", "شركة أو جمعية", "محافظة السويس", "حي الأربعين",
    }  # fmt: skip


def test_a_chip_takes_its_filter_away_and_a_governorate_takes_its_unit_along(catalogue: None, client: Client) -> None:
    told = client.get("/services/", {"event": "family", "unit": "0402"}).context["d"]
    event, governorate, unit = told.chips
    assert client.get("/services/" + event.href).context["d"].chips == tuple(
        client.get("/services/", {"unit": "0402"}).context["d"].chips
    )
    assert [len(client.get("/services/" + one.href).context["d"].chips) for one in (governorate, unit)] == [1, 2]


def test_pages_hold_every_service_once(catalogue: None, client: Client) -> None:
    found, page = [], 1
    while True:
        told = client.get("/services/", {"all": "1", "page": page}).context["d"]
        found += [one.key for _, group in told.groups for one in group]
        if not told.after:
            break
        page += 1
    assert sorted(found) == sorted(one.service.key for one in offered())
    assert page == -(-len(found) // PAGE)
    for strange in ("0", "-1", "999", "abc", "٢"):
        assert client.get("/services/", {"all": "1", "page": strange}).status_code == 200


def test_htmx_gets_the_shelf_alone_and_a_clean_address(catalogue: None, client: Client) -> None:
    asked = {"q": "", "event": "building", "department": "", "who": "citizen", "unit": ""}
    part = client.get("/services/", asked, **PART)
    html = part.content.decode()
    assert "<html" not in html and '<div class="found">' in html and 'id="told" hx-swap-oob' in html
    pushed = urlsplit(part.headers["HX-Push-Url"])
    assert pushed.path == "/services/" and pushed.query == "event=building&who=citizen"
    assert "HX-Request" in part.headers["Vary"]
    assert "<html" in client.get("/services/", asked).content.decode()


def test_a_place_chosen_goes_along_to_the_service(catalogue: None, client: Client) -> None:
    page = client.get("/services/", {"unit": "0402", "q": "كشك"}).content.decode()
    assert 'href="/services/kiosk-licence/?governorate=04&amp;unit=0402"' in page


def test_the_directory_asks_nothing_of_the_database_however_much_it_shows(
    catalogue: None, client: Client, django_assert_num_queries: Any
) -> None:
    client.get("/services/", {"q": "محل"})
    asked: tuple[dict[str, str], ...] = (
        {}, {"all": "1"}, {"q": "عايز افتح محل"}, {"event": "building"}, {"unit": "0402", "who": "investor"},
        {"governorate": "01", "q": "رخصة", "channel": "window", "level": "district", "kind": "district"},
    )  # fmt: skip
    for one in asked:
        with django_assert_num_queries(0):
            assert client.get("/services/", one).status_code == 200


def test_the_front_page_leads_into_the_guide(catalogue: None, client: Client) -> None:
    page = client.get("/").content.decode()
    events = re.findall(r'href="/services/\?event=([a-z-]+)"', page)
    assert len(events) == 11
    for event in events:
        assert client.get("/services/", {"event": event}).context["d"].count > 5
