"""Centres and their windows."""

from __future__ import annotations

import pytest

from shubbak.kernel.actor import SYSTEM, Actor, ActorKind, Grant, Role
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.places.actions import open_centre
from shubbak.places.models import Centre, Window

NAMES = {"name_ar": "المركز التكنولوجي بحي الأربعين", "name_en": "El-Arbaeen Technology Centre"}
BEHEIRA = Actor(uuid7(), ActorKind.STAFF, (Grant(Role.ADMINISTRATOR, "EG/18/"),), 2)


def test_a_centre_opens_with_its_windows_once(country: None) -> None:
    opened = [open_centre(by=SYSTEM, unit="0402", kind="fixed", windows=4, **NAMES) for _ in range(2)]
    assert opened[0] == opened[1]
    assert list(opened[0].windows.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]
    assert Window.objects.count() == 4


@pytest.mark.parametrize("words", [{"kind": "boat", "windows": 4}, {"kind": "van", "windows": 0}])
def test_what_is_no_centre_is_refused(country: None, words: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        open_centre(by=SYSTEM, unit="0402", **words, **NAMES)
    assert not Centre.objects.exists()


def test_another_governorate_opens_nothing_here(country: None) -> None:
    with pytest.raises(NotThere):
        open_centre(by=BEHEIRA, unit="0402", kind="fixed", windows=4, **NAMES)
    assert not Centre.objects.exists()
