"""Lawful means, as data."""

from __future__ import annotations

from datetime import date

import pytest

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.payments import actions, queries
from shubbak.payments.models import Ceiling
from shubbak.payments.queries.ceilings import forget
from shubbak.payments.states import Means

from .cast import staff

RULE = {
    "above": Money.parse("500"),
    "means": [Means.CARD.value],
    "effective_from": date(2027, 1, 1),
    "source": "قرار جديد",
}


def test_a_new_rule_ends_the_one_before_it(places: None) -> None:
    actions.set_ceiling(by=staff(Role.ADMINISTRATOR), **RULE)
    amount = Money.parse("501")
    assert queries.lawful_means(amount, date(2026, 12, 31)) == (Means.CARD, Means.BANK_DEPOSIT)
    assert queries.lawful_means(amount, date(2027, 1, 1)) == (Means.CARD,)
    assert queries.lawful_means(amount, date(2019, 4, 30)) == tuple(Means)
    forget()


def test_only_an_administrator_sets_rules_and_with_a_source(places: None, supervisor: Actor) -> None:
    for by, changed, refusal in (
        (supervisor, {}, NotThere),
        (staff(Role.ADMINISTRATOR), {"source": " "}, Invalid),
        (staff(Role.ADMINISTRATOR), {"means": ["gold"]}, Invalid),
    ):
        with pytest.raises(refusal):
            actions.set_ceiling(by=by, **(RULE | changed))
    assert Ceiling.objects.count() == 3
