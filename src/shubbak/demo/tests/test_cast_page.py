"""The sign-in page of the demo: the whole cast, by governorate and place, each a press away and most folded."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from shubbak.demo.actions import hire_cast, set_the_stage
from shubbak.demo.places import PLACES
from shubbak.demo.troupe import everybody
from shubbak.people.queries import demo_cast
from shubbak.places.actions import load_places
from shubbak.places.queries import unit

pytestmark = pytest.mark.django_db


def test_the_whole_cast_on_one_page(client: Client, settings: Any) -> None:
    settings.DEMO = True
    load_places()
    set_the_stage()
    hire_cast(members=everybody())
    by_governorate_and_place()
    everybody_once_and_few_unfolded(client.get("/staff/sign-in/").content.decode())


def by_governorate_and_place() -> None:
    """First who works for the country, then each governorate together, first those of it who receive citizens."""
    listed = [(place.within["en"], place.name["en"]) for place in demo_cast()]
    within = list(dict.fromkeys(region for region, _ in listed))
    names = ["Arab Republic of Egypt", "Suez Governorate", "Sharqia Governorate", "Beheira Governorate"]
    assert within == names
    assert [region for region, _ in listed] == sorted((region for region, _ in listed), key=within.index)
    suez = [name for region, name in listed if region == "Suez Governorate"]
    assert suez[:5] == [unit(place.code).name_en for place in PLACES[:5]]
    assert suez[-3] == "Suez Governorate"
    assert suez[-2].startswith("Civil Defence")


def everybody_once_and_few_unfolded(page: str) -> None:
    """Each login is one button; the country's and the first district's lie open."""
    assert sorted(re.findall(r'name="login" value="([^"]+)"', page)) == sorted(one.number for one in everybody())
    folds = re.split(r"<details", page)[1:]
    assert len(folds) == len(demo_cast())
    open_ones = [fold for fold in folds if fold.split(">", 1)[0].rstrip().endswith(" open")]
    assert len(open_ones) == 2
    assert "designer" in open_ones[0]
    assert "clerk@suez" in open_ones[1]
