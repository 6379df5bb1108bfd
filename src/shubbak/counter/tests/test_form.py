"""A form with every kind of question at the window, over HTTP and without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.cases.answers import Answers
from shubbak.cases.models import Case, CaseDocument
from shubbak.cases.tests.town import Town
from shubbak.catalogue.queries import forget_catalogue, offered, published
from shubbak.kernel.ids import uuid7
from tests import cast
from tests.trial_services import PERMIT, load_trials

from .conftest import Counter
from .pages import applies, picture, text_of

PAGE = "/counter/"
FILLED = {
    "answers.trade_name": "مقهى النور",
    "answers.shop_area": "١٢٠",
    "answers.workers": "3",
    "answers.opens_on": "2026-04-01",
    "answers.serves_food": "yes",
    "answers.menu": "شاي وقهوة",
    "answers.activity": "shop",
    "answers.where.governorate": "04",
    "answers.where.unit": "0402",
    "answers.where.street": "شارع الجيش 3",
    "answers.plot.number": "14 ب",
    "answers.spot.lat": "٢٩٫٩٧",
    "answers.spot.lng": "32.55",
    "answers.floors.0.room_name": "الأرضي",
    "answers.floors.0.room_area": "70",
    "answers.floors.2.room_name": "الأول",
    "answers.floors.2.room_area": "50.5",
    "seen.lease": "yes",
    "seen.health": "yes",
}


@pytest.fixture
def town(town: Town) -> Town:
    load_trials()
    forget_catalogue()
    return town


def typed(**changed: Any) -> dict[str, Any]:
    person = {"kind": "citizen", "number": cast.CITIZEN["number"], "name": cast.CITIZEN["name"]}
    given = {"key": str(uuid7()), "unit": cast.DISTRICT, "channel": "window", "service": "every-kind", **person}
    whole = {**given, **FILLED, **changed}
    return {name: value for name, value in whole.items() if value is not None}


def test_every_kind_is_registered(town: Town, at_counter: Counter) -> None:
    answer = at_counter("clerk").post(PAGE, typed(do="register"))
    assert answer.status_code == 302, text_of(answer)
    form = Answers.opened(Case.objects.get().answers_sealed).form
    assert form["where"] == {"governorate": "04", "unit": "0402", "street": "شارع الجيش 3"}
    assert form["plot"] == {"basin": "", "block": "", "number": "14 ب"}
    assert form["spot"] == {"lat": "29.97", "lng": "32.55"}
    assert [row["room_name"] for row in form["floors"]] == ["الأرضي", "الأول"]
    assert form["total_area"] == "120.5"


def test_what_was_typed_comes_back_and_what_is_hidden_is_kept_but_not_stored(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    page = clerk.post(PAGE, typed(do="refresh", **{"answers.serves_food": "no"})).content.decode()
    assert not applies(page, "menu") and "شاي وقهوة" in page
    assert not applies(page, "health", "paper") and not applies(page, "food", "fee")
    back = clerk.post(PAGE, typed(do="refresh")).content.decode()
    assert applies(back, "menu") and applies(back, "food", "fee")
    clerk.post(PAGE, typed(do="register", **{"answers.serves_food": "no"}))
    form = Answers.opened(Case.objects.get().answers_sealed).form
    assert "menu" not in form


def test_rows_are_added_and_removed_by_buttons(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    blank = clerk.post(PAGE, {"unit": cast.DISTRICT, "choose": "every-kind"}).content.decode()
    assert 'name="answers.floors.0.room_name"' in blank and 'name="answers.floors.1.room_name"' not in blank
    more = clerk.post(PAGE, typed(rows="add floors")).content.decode()
    assert applies(more, "floors.2.room_name")
    fewer = clerk.post(PAGE, typed(rows="drop floors 0")).content.decode()
    assert 'name="answers.floors.0.room_name" id="f-floors-0-room_name" value="الأول"' in fewer
    assert 'name="answers.floors.1.room_name"' not in fewer and not Case.objects.exists()


def test_a_fault_in_a_row_has_its_place(town: Town, at_counter: Counter) -> None:
    answer = at_counter("clerk").post(PAGE, typed(do="register", **{"answers.floors.2.room_area": "x"}))
    page = answer.content.decode()
    assert answer.status_code == 422 and 'href="#f-floors-1-room_area"' in page
    assert 'id="f-floors-1-room_area-error"' in page


def test_an_address_begins_where_the_case_is_and_finds_other_units(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    page = clerk.post(PAGE, {"unit": cast.DISTRICT, "choose": "every-kind"}).content.decode()
    assert re.search(r'<option value="0402" selected>', page) and re.search(r'<option value="04" selected>', page)
    units = clerk.get("/counter/units/", {"answers.where.governorate": "01"}).content.decode()
    assert '<option value="0101">' in units and '<option value="0402">' not in units
    assert at_counter("cashier").get("/counter/units/").status_code == 404


def test_a_file_answers_a_question_and_stays_through_faults(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    cafe = {"answers.activity": "cafe", "answers.days_open": ["week", "friday"]}
    photo = SimpleUploadedFile("واجهة.png", picture(), "image/png")
    page = clerk.post(PAGE, typed(do="register", **cafe, **{"attach.photo": photo, "answers.workers": ""}))
    told = page.content.decode()
    assert page.status_code == 422 and "واجهة.png" in told
    [kept] = re.findall(r'name="answers.photo" value="([0-9a-f-]{36})"', told)
    away = clerk.post(PAGE, typed(**cafe, **{"answers.photo": kept, "take-away": "photo"})).content.decode()
    assert 'name="attach.photo"' in away
    assert clerk.post(PAGE, typed(do="register", **cafe, **{"answers.photo": kept})).status_code == 302
    assert CaseDocument.objects.get(kind="answers.photo").upload_id is not None
    bad = SimpleUploadedFile("x.png", b"not a picture", "image/png")
    refused = clerk.post(PAGE, typed(do="refresh", **cafe, **{"attach.photo": bad}))
    assert refused.status_code == 422 and 'href="#f-photo"' in refused.content.decode()


def test_an_earlier_permit_is_looked_up(town: Town, at_counter: Counter) -> None:
    case = town.submit("trial-permit", answers=PERMIT, documents=[]).case
    town.do("reviewer", case, "accept")
    number = town.do("chief", case, "approve").papers.get(key="trial-permit").paper.number
    clerk = at_counter("clerk")
    few = {"answers.trade_name": "", "answers.shop_area": "", "answers.permit": number, "fetch": "permit"}
    answer = clerk.post(PAGE, typed(**few))
    page, told = answer.content.decode(), text_of(answer)
    assert "Trial permit" in told and "valid until" in told and cast.CITIZEN["name"] in told
    assert 'value="بقالة النور"' in page and 'name="answers.shop_area" id="f-shop_area" value="48"' in page
    blank = {f"answers.floors.{place}.{key}": "" for place in (0, 2) for key in ("room_name", "room_area")}
    begun = clerk.post(PAGE, typed(**few, **blank, **{"answers.where.street": ""})).content.decode()
    assert 'value="المخزن"' in begun and 'value="شارع الجيش 14"' in begun
    kept = clerk.post(PAGE, typed(**few | {"answers.shop_area": "50"})).content.decode()
    assert 'id="f-shop_area" value="50"' in kept
    other = clerk.post(PAGE, typed(**few | {"number": cast.national_id(9)}))
    assert "no such number" in text_of(other) and "valid until" not in text_of(other)
    assert 'id="f-permit-error"' in other.content.decode()


def test_the_services_of_the_unit_alone_are_found(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    found = text_of(clerk.get("/counter/services/", {"unit": cast.DISTRICT, "sought": "رخصة محل"}))
    assert "Public shop licence" in found and "services" in found
    assert "No service of this unit" in text_of(clerk.get("/counter/services/", {"sought": "zzzz"}))
    seat = text_of(clerk.get("/counter/services/", {"sought": "quarry licence"}))
    assert "Quarry" not in seat


def test_opening_any_form_of_the_catalogue_costs_the_same(
    town: Town, at_counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Session, account, grants and the applicant: whatever the service asks."""
    monkeypatch.setattr(published, "FRESH_SECONDS", 1e9)
    clerk, person = at_counter("clerk"), {"number": cast.CITIZEN["number"], "unit": cast.DISTRICT}
    keys = [one.service.key for one in offered(unit=cast.DISTRICT)]
    assert len(keys) >= 118
    clerk.post(PAGE, {**person, "choose": keys[0]})
    spent = set()
    for key in [*keys[::7], "every-kind"]:
        with CaptureQueriesContext(connection) as asked:
            assert clerk.post(PAGE, {**person, "choose": key}).status_code == 200
        spent.add(len(asked))
    assert spent == {3}
