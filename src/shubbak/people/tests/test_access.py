"""The decorators every view wears: the sign-in page, 404, or the second factor."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from shubbak.kernel.actor import STRANGER, Actor, ActorKind, Grant, Role
from shubbak.kernel.ids import uuid7
from shubbak.people import access


def asked(actor: Actor, *, sleeping: frozenset[Role] = frozenset(), **headers: str) -> HttpRequest:
    request = RequestFactory(headers=headers).get("/desk/cases/?state=open")
    request.actor, request.sleeping_roles = actor, sleeping  # type: ignore[attr-defined]
    return request


def holding(*roles: Role) -> Actor:
    return Actor(uuid7(), ActorKind.STAFF, tuple(Grant(role, "EG/04/") for role in roles), 2)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


for_heads = access.staff(Role.UNIT_HEAD)(page)
CITIZEN = Actor(uuid7(), ActorKind.CITIZEN)


@pytest.mark.parametrize("view", [for_heads, access.signed_in(page), access.staff()(page)])
def test_a_stranger_is_sent_to_sign_in_and_back(view: Any) -> None:
    answer = view(asked(STRANGER))
    assert (answer.status_code, answer["Location"]) == (302, "/staff/sign-in/?next=%2Fdesk%2Fcases%2F%3Fstate%3Dopen")


def test_a_partial_request_makes_the_whole_page_go() -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "https://evil.example/counter/new/?a=1"}
    answer = for_heads(asked(STRANGER, **headers))
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/staff/sign-in/?next=%2Fcounter%2Fnew%2F%3Fa%3D1")


@pytest.mark.parametrize("actor", [holding(Role.CLERK), holding(), CITIZEN])
def test_without_the_right_there_is_no_page(actor: Actor) -> None:
    with pytest.raises(Http404):
        for_heads(asked(actor))


def test_with_the_right_there_is() -> None:
    assert for_heads(asked(holding(Role.CLERK, Role.UNIT_HEAD))).content == b"page"
    assert access.staff()(page)(asked(holding())).content == b"page"
    assert access.signed_in(page)(asked(CITIZEN)).content == b"page"
    assert access.public(page)(asked(STRANGER)).content == b"page"


def test_no_citizen_passes_for_staff() -> None:
    with pytest.raises(Http404):
        access.staff()(page)(asked(CITIZEN))


def test_a_sleeping_right_asks_for_the_second_factor() -> None:
    answer = for_heads(asked(holding(Role.CLERK), sleeping=frozenset({Role.UNIT_HEAD})))
    assert answer["Location"] == "/staff/second-factor/?next=%2Fdesk%2Fcases%2F%3Fstate%3Dopen"


def test_another_sleeping_right_does_not_help() -> None:
    with pytest.raises(Http404):
        for_heads(asked(holding(Role.CLERK), sleeping=frozenset({Role.CASHIER})))


def test_every_decorator_says_who_may_pass() -> None:
    views = [access.public(page), access.signed_in(page), access.staff()(page), for_heads]
    told = [("public",), ("signed_in",), ("staff",), ("staff", "unit_head")]
    assert [view.access for view in views] == told  # type: ignore[attr-defined]
