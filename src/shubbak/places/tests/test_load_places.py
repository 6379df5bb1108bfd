"""The two trees: what the country is, and that loading it again does no harm."""

from __future__ import annotations

from collections import Counter as Tally

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries
from shubbak.places.actions import load_places
from shubbak.places.models import Department, Governorate, Unit, UnitKind

STAFF = Actor(id=uuid7(), kind=ActorKind.STAFF, assurance=2)


def test_the_country_is_whole(country: None) -> None:
    kinds = Tally(Unit.objects.values_list("kind", flat=True))
    local = kinds[UnitKind.DISTRICT] + kinds[UnitKind.CITY] + kinds[UnitKind.MARKAZ]
    assert (kinds[UnitKind.GOVERNORATE], kinds[UnitKind.SEAT], local, kinds[UnitKind.NEW_CITY]) == (27, 27, 320, 46)
    assert kinds[UnitKind.AGENCY_OFFICE] == 27 * kinds[UnitKind.AGENCY]
    assert Governorate.objects.count() == 27
    assert Governorate.objects.get(pk="04").iso == "EG-SUZ"
    assert Department.objects.filter(key__in=["organisation", "revenue", "archive", "civil-defence"]).count() == 4


def test_suez_has_its_five_districts_and_a_seat(country: None) -> None:
    suez = [view for view in queries.units() if view.path.startswith("EG/04/")]
    assert [view.code for view in suez if view.kind == "district"] == ["0401", "0402", "0403", "0404", "0405"]
    assert queries.unit("04S1").path == "EG/04/04S1/"
    assert queries.unit("0402").name == {"ar": "حي الأربعين", "en": "El-Arbaeen District"}


def test_every_path_is_the_parents_path_and_more(country: None) -> None:
    paths = dict(Unit.objects.values_list("code", "path"))
    parents = Unit.objects.exclude(parent=None).values_list("path", "parent_id")
    assert [path for path, parent in parents if path.rsplit("/", 2)[0] + "/" != paths[parent]] == []


def test_born_abroad_is_no_place(country: None) -> None:
    assert not Unit.objects.filter(code="88").exists()


def test_loading_again_changes_nothing_and_costs_little(country: None) -> None:
    before = list(Unit.objects.order_by("code").values_list())
    with CaptureQueriesContext(connection) as statements:
        load_places()
    assert sum("INSERT" in statement["sql"][:6] for statement in statements) == 3
    assert list(Unit.objects.order_by("code").values_list()) == before


def test_only_the_country_s_administrators_load_it(country: None) -> None:
    with pytest.raises(NotThere):
        load_places(by=STAFF)


def test_units_are_answered_from_memory(country: None) -> None:
    queries.units()
    with CaptureQueriesContext(connection) as statements:
        queries.unit("0402")
        queries.units("governorate")
        queries.resolve("agency:civil-defence", queries.unit("0402"))
    assert len(statements) == 0


def test_a_new_unit_is_learned_without_a_restart(country: None) -> None:
    queries.units()
    Unit.objects.create(code="04N9", name_ar="مدينة", name_en="City", kind="new_city", parent_id="04",
                        governorate="04", path="EG/04/04N9/")  # fmt: skip
    assert queries.unit("04N9").path == "EG/04/04N9/"


def test_an_unknown_unit_is_refused(country: None) -> None:
    with pytest.raises(NotThere) as refused:
        queries.unit("9999")
    assert refused.value.code == "unknown_unit"


@pytest.mark.parametrize(
    ("place", "code"),
    [("home", "0402"), ("parent", "04"), ("seat", "04S1"), ("agency:civil-defence", "civil-defence-04")],
)
def test_a_step_s_place_is_resolved_from_home(country: None, place: str, code: str) -> None:
    assert queries.resolve(place, queries.unit("0402")).code == code


@pytest.mark.parametrize("place", ["agency:weather", "moon"])
def test_a_place_that_is_not_is_refused(country: None, place: str) -> None:
    with pytest.raises(NotThere):
        queries.resolve(place, queries.unit("0402"))
