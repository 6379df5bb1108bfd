"""A paper is issued in two statements, says the same for ever, and its token is believed as long as it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Invalid, NotNow, NotThere

from .forging import mutations
from .permits import CLAIMS

pytestmark = pytest.mark.django_db


def issue(by: Actor, **changes: Any) -> Any:
    """A signed permit of the first district of Suez."""
    from shubbak.documents.actions import issue_paper

    given = {"kind": CLAIMS.kind, "number": CLAIMS.number, "subject_id": uuid4(), "unit": "0402"}
    given |= {"facts": {"a": "أ"}, "template": "permit", "public": CLAIMS} | changes
    return issue_paper(by=by, **given)


def test_a_signed_paper_is_valid_at_once(places: None, head: Actor) -> None:
    from shubbak.documents.queries import paper_facts, verify

    paper = issue(head)
    found = verify(paper.token)
    assert (found.state, found.paper, found.check_code) == ("valid", paper, paper.check_code)
    assert found.claims is not None
    assert (found.claims.number, found.claims.status_list) == (CLAIMS.number, "04-1")
    assert paper.valid_until == date(2031, 11, 20)
    assert paper_facts(paper) == {"a": "أ"}
    assert "أ".encode() not in bytes(paper.facts_sealed)


def test_what_issuing_costs(places: None, head: Actor, django_assert_num_queries: Callable[..., Any]) -> None:
    from django.db import transaction

    from shubbak.documents.actions import sign_paper

    first = issue(head)
    with transaction.atomic(), django_assert_num_queries(2):
        issue(head, public=None)
    sign_paper._open["04"] = first.status_list_id
    with transaction.atomic(), django_assert_num_queries(2):
        issue(head)


def test_places_in_the_status_list_are_random_and_none_is_given_twice(
    places: None, head: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shubbak.documents.actions import sign_paper

    drawn = iter([5, 5, 5, 9, 5, 5, 5, 5, 5])
    monkeypatch.setattr(sign_paper.secrets, "randbelow", lambda size: next(drawn))
    papers = [issue(head) for _ in range(3)]
    assert [(p.status_list_id, p.status_index) for p in papers] == [("04-1", 5), ("04-1", 9), ("04-2", 5)]


def test_a_governorate_has_its_own_lists(places: None, head: Actor) -> None:
    assert issue(head, unit="0101").status_list_id == "01-1"


def test_expiry_is_the_end_of_the_last_day(places: None, head: Actor) -> None:
    from shubbak.documents.queries import verify

    paper = issue(head, public=replace(CLAIMS, expires_at=datetime(2026, 11, 23, 22, 0, tzinfo=UTC)))
    assert paper.valid_until == date(2026, 11, 23)
    with clock.held(datetime(2026, 11, 23, 21, 59, tzinfo=UTC)):
        assert verify(paper.token).state == "valid"
    with clock.held(datetime(2026, 11, 23, 22, 0, tzinfo=UTC)):
        assert verify(paper.token).state == "expired"


def test_suspended_reinstated_revoked(places: None, head: Actor) -> None:
    from shubbak.documents.actions import reinstate_paper, revoke_paper, suspend_paper
    from shubbak.documents.queries import verify

    paper = issue(head)
    for act, state in ((suspend_paper, "suspended"), (reinstate_paper, "valid"), (revoke_paper, "revoked")):
        act(by=head, paper_id=paper.id, reason="مخالفة شروط الترخيص")
        assert verify(paper.token).state == state
    with pytest.raises(NotNow):
        reinstate_paper(by=head, paper_id=paper.id, reason="خطأ")


def test_who_may_not_turn_it_does_not_find_it(places: None, head: Actor, clerk: Actor) -> None:
    from shubbak.documents.actions import revoke_paper
    from shubbak.documents.queries import verify

    paper = issue(head)
    weak = replace(head, assurance=1)
    for by in (clerk, weak, replace(head, grants=(replace(head.grants[0], path="EG/04/0401/"),))):
        with pytest.raises(NotThere):
            revoke_paper(by=by, paper_id=paper.id, reason="x")
    with pytest.raises(Invalid):
        revoke_paper(by=head, paper_id=paper.id, reason="  ")
    assert verify(paper.token).state == "valid"


def test_no_altered_token_is_believed(places: None, head: Actor) -> None:
    from shubbak.documents.queries import verify

    token = issue(head).token
    assert {verify(altered).state for altered in mutations(token, 1_500, seed=2)} == {"forged"}


def test_genuine_but_not_in_the_register(places: None, head: Actor) -> None:
    from shubbak.documents.models import Paper
    from shubbak.documents.queries import verify

    paper = issue(head)
    Paper.objects.filter(pk=paper.pk).delete()
    assert verify(paper.token).state == "unknown"


def test_a_lost_key_is_believed_only_for_what_stands_in_the_register(places: None, head: Actor) -> None:
    from shubbak.documents.actions import condemn_key
    from shubbak.documents.models import Paper, SigningKey
    from shubbak.documents.queries import verify
    from shubbak.kernel.actor import Grant, Role

    before, removed = issue(head), issue(head)
    Paper.objects.filter(pk=removed.pk).delete()
    administrator = replace(head, grants=(Grant(Role.ADMINISTRATOR, "EG/"),))
    kid = bytes(SigningKey.objects.get(use="paper").kid)
    with pytest.raises(NotThere):
        condemn_key(by=head, kid=kid, since=clock.now())
    condemn_key(by=administrator, kid=kid, since=clock.now() + timedelta(hours=1))
    with clock.held(clock.now() + timedelta(hours=2)):
        after = issue(head, public=replace(CLAIMS, issued_at=clock.now()))
        assert [verify(p.token).state for p in (before, removed, after)] == ["valid", "forged", "forged"]


def test_dated_in_the_future_beyond_a_days_skew_it_is_not_believed(places: None, head: Actor) -> None:
    from shubbak.documents.queries import verify

    near = issue(head, public=replace(CLAIMS, issued_at=clock.now() + timedelta(hours=23)))
    far = issue(head, public=replace(CLAIMS, issued_at=clock.now() + timedelta(hours=25)))
    assert (verify(near.token).state, verify(far.token).state) == ("valid", "forged")


def test_the_keys_are_files_of_the_owner_alone(places: None, head: Actor, home: Path) -> None:
    issue(head)
    kept = sorted((home / "secrets").iterdir())
    assert [path.name for path in kept] == ["permit-2026.pem", "permit-root.pem"]
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
