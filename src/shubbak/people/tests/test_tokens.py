"""API tokens: of a named member of staff, only after MFA for deciders, dead in time or at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Role
from shubbak.kernel.refusal import Invalid, NotNow, NotThere
from shubbak.people import queries
from shubbak.people.actions import disable_account, end_role, issue_token, revoke_token
from shubbak.people.models import Account, ApiToken, Holding


def test_a_token_is_its_holder_in_one_statement(hired: Any) -> None:
    staff = hired("head@suez", (Role.UNIT_HEAD, "0402"), factor=True)
    raw = issue_token(by=SYSTEM, staff=staff, hours=8)
    with CaptureQueriesContext(connection) as statements:
        found = queries.actor_of_token(raw)
    assert len(statements) == 1
    assert found is not None
    actor, holder = found
    assert (holder, actor.id, actor.assurance, actor.holds(Role.UNIT_HEAD)) == (staff, staff.pk, 2, True)


def test_only_a_digest_is_kept(hired: Any) -> None:
    raw = issue_token(by=SYSTEM, staff=hired("c@suez", (Role.CLERK, "0402")), hours=8)
    assert raw.encode() not in bytes(ApiToken.objects.get().digest)
    assert bytes(ApiToken.objects.get().digest) == queries.token_digest(raw)


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.CASHIER, Role.ADMINISTRATOR, Role.REVIEWER])
def test_a_decider_without_a_second_factor_gets_none(hired: Any, role: Role) -> None:
    staff = hired("x@suez", (role, "0402"))
    with pytest.raises(NotNow) as refused:
        issue_token(by=SYSTEM, staff=staff, hours=8)
    assert (refused.value.code, ApiToken.objects.count()) == ("second_factor_missing", 0)


def test_a_clerk_needs_no_second_factor(hired: Any) -> None:
    staff = hired("c@suez", (Role.CLERK, "0402"))
    found = queries.actor_of_token(issue_token(by=SYSTEM, staff=staff, hours=8))
    assert found is not None and found[0].assurance == 1


def test_nobody_takes_a_token_for_another(hired: Any) -> None:
    hired("admin@suez", (Role.ADMINISTRATOR, "04"), factor=True)
    staff = hired("c@suez", (Role.CLERK, "0402"))
    with pytest.raises(NotThere):
        issue_token(by=queries.actor_of_staff("admin@suez"), staff=staff, hours=8)
    assert ApiToken.objects.count() == 0


def test_it_dies_on_time(hired: Any) -> None:
    raw = issue_token(by=SYSTEM, staff=hired("c@suez", (Role.CLERK, "0402")), hours=8)
    clock.advance(timedelta(hours=7, minutes=59))
    assert queries.actor_of_token(raw) is not None
    clock.advance(timedelta(minutes=1))
    assert queries.actor_of_token(raw) is None


def test_it_dies_when_revoked_and_when_the_account_does(hired: Any) -> None:
    one, two = hired("c@suez", (Role.CLERK, "0402")), hired("d@suez", (Role.CLERK, "0402"))
    raws = [issue_token(by=SYSTEM, staff=staff, hours=8) for staff in (one, two)]
    revoke_token(by=queries.actor_of_staff("c@suez"), token_id=ApiToken.objects.get(staff=one).pk)
    disable_account(by=SYSTEM, staff=two)
    assert [queries.actor_of_token(raw) for raw in raws] == [None, None]


def test_the_demo_s_tokens_open_nothing_outside_the_demo(hired: Any, settings: Any) -> None:
    staff = hired("c@suez", (Role.CLERK, "0402"))
    raw = issue_token(by=SYSTEM, staff=staff, hours=8)
    Account.objects.update(is_demo=True)
    assert queries.actor_of_token(raw) is None
    settings.DEMO = True
    assert queries.actor_of_token(raw) is not None
    Account.objects.update(is_demo=False)
    assert queries.actor_of_token(raw) is not None


def test_nobody_revokes_a_stranger_s_token(hired: Any) -> None:
    one = hired("c@suez", (Role.CLERK, "0402"))
    hired("d@suez", (Role.CLERK, "0402"))
    raw = issue_token(by=SYSTEM, staff=one, hours=8)
    with pytest.raises(NotThere):
        revoke_token(by=queries.actor_of_staff("d@suez"), token_id=ApiToken.objects.get().pk)
    assert queries.actor_of_token(raw) is not None


def test_its_grants_are_those_of_the_moment(hired: Any) -> None:
    raw = issue_token(by=SYSTEM, staff=hired("c@suez", (Role.CLERK, "0402")), hours=8)
    end_role(by=SYSTEM, holding=Holding.objects.get())
    found = queries.actor_of_token(raw)
    assert found is not None and found[0].grants == ()


@pytest.mark.parametrize("hours", [0, -1, 721])
def test_a_token_has_an_end(hired: Any, hours: int) -> None:
    with pytest.raises(Invalid):
        issue_token(by=SYSTEM, staff=hired("c@suez"), hours=hours)


@pytest.mark.parametrize("raw", ["", "shubbak_", "x" * 5000, "\x00"])
def test_an_unknown_token_is_nobody(country: None, raw: str) -> None:
    assert queries.actor_of_token(raw) is None
