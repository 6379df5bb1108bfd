"""The catalogue by its filters: what passes, what each value would leave, and what it costs to know."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.catalogue import queries
from shubbak.catalogue.actions import load
from shubbak.catalogue.queries.browsing import FILTERS, browse
from shubbak.places.actions import load_places
from shubbak.places.queries import forget_places, units

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _country():
    forget_places()
    queries.forget_catalogue()
    load_places()
    load()
    yield
    queries.forget_catalogue()
    forget_places()


def keys(**wanted: str) -> set[str]:
    return {one.service.key for one in browse(wanted).services}


def test_every_filter_lets_through_what_it_says() -> None:
    whole = {one.service.key: one.service for one in browse({}).services}
    assert keys(event="family") == {key for key, one in whole.items() if "family" in one.life_events}
    assert keys(department="shops") == {key for key, one in whole.items() if one.department == "shops"}
    assert keys(level="partner") == {key for key, one in whole.items() if one.level == "partner"}
    assert keys(channel="van") == {key for key, one in whole.items() if "van" in one.channels}
    assert keys(kind="markaz") == {key for key, one in whole.items() if "markaz" in one.offered_by}
    foreign = {key for key, one in whole.items() if {"foreigner", "anybody"} & set(one.applicants)}
    assert keys(who="foreigner") == foreign
    assert "golden-licence-referral" in keys(who="investor") and "birth-certificate" not in keys(who="investor")


def test_a_named_unit_offers_what_its_kind_offers_and_brings_its_governorate() -> None:
    found = browse({"unit": "0402"})
    assert found.chosen == {"unit": "0402", "governorate": "04"}
    assert {one.service.key for one in found.services} == keys(kind="district")
    assert browse({"unit": "0402", "governorate": "01"}).chosen == {"governorate": "01"}
    assert "markaz" not in {unit.kind for unit in units() if unit.governorate == "01"}
    assert found.counts["unit"]["0401"] == len(found.services)


def test_filters_combine_and_each_count_is_what_choosing_it_would_leave() -> None:
    wanted = {"event": "building", "who": "citizen"}
    found = browse(wanted)
    assert 0 < len(found.services) < len(keys(event="building") | keys(who="citizen"))
    for name in FILTERS:
        for value, count in list(found.counts[name].items())[:8]:
            changed = {**wanted, name: value}
            if name == "unit":
                changed.pop("governorate", None)
            assert len(browse(changed).services) == count, (name, value)


def test_words_and_filters_together_keep_the_best_first() -> None:
    found = browse({"department": "shops"}, q="تجديد رخصة")
    assert found.services[0].service.key == "shop-licence-renewal"
    assert {one.service.department for one in found.services} == {"shops"}


@pytest.mark.parametrize("wrong", [{"event": "moon"}, {"unit": "9999"}, {"who": "'; --"}, {"kind": ""}, {"x": "y"}])
def test_what_is_not_known_is_left_out(wrong: dict[str, str]) -> None:
    found = browse(wrong)
    assert found.chosen == {} and len(found.services) == len(queries.offered())


def test_all_of_it_over_all_units_costs_no_statement() -> None:
    browse({}, q="رخصة")
    with CaptureQueriesContext(connection) as captured:
        for unit in units():
            browse({"unit": unit.code, "event": "building"}, q="رخصة")
    assert len(captured) <= 4  # every five seconds: whether anything was published since
