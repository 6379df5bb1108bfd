"""A database is the demo's or it is real, and is never opened as the other."""

import pytest

from shubbak.config import world
from shubbak.people.models import Account

pytestmark = pytest.mark.django_db(databases=["default", "owner"], transaction=True)


def test_an_empty_database_opens_either_way() -> None:
    assert (world.refusal(demo=True), world.refusal(demo=False)) == ("", "")


def test_the_mark_stays() -> None:
    world.mark_demo()
    assert world.refusal(demo=True) == ""
    assert "--demo" in world.refusal(demo=False)


def test_real_people_are_not_joined_by_invented_ones() -> None:
    Account.objects.create(username="clerk@real")
    assert world.refusal(demo=False) == ""
    assert "real people" in world.refusal(demo=True)


def test_one_account_of_the_demo_is_enough_to_refuse() -> None:
    Account.objects.create(username="clerk@suez", is_demo=True)
    assert "--demo" in world.refusal(demo=False)
