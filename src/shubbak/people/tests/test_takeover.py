"""Over HTTP: a session that knows only the password changes nothing of how a member of staff with a factor signs in."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.test import Client

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Role
from shubbak.people.actions import enrol_totp
from shubbak.people.models import Account, ApiToken, Miss

from .conftest import PASSWORD

SIGN_IN, AGAIN, SECURITY, NEEDED = "/staff/sign-in/", "/staff/again/", "/staff/security/", "/staff/second-factor/"
ENROL, REMOVE, CHANGE = SECURITY + "authenticator/", SECURITY + "authenticator/remove/", SECURITY + "password/"
GUARDED = (
    "authenticator/",
    "authenticator/remove/",
    "codes/",
    "codes/new/",
    "passkeys/add/",
    "passkeys/{key}/",
    "passkeys/{key}/remove/",
    "password/",
    "tokens/",
)
NEW = "another-window-is-open"


def code(secret: str, ahead: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def signed_in(number: str = "head@suez", *, secret: str = "", ahead: int = 0) -> Client:
    client = Client()
    client.post(SIGN_IN, {"login": number, "password": PASSWORD})
    if secret:
        client.post("/staff/sign-in/code/", {"code": code(secret, ahead)})
    return client


def enrol(client: Client) -> None:
    secret = client.get(ENROL).context["form"].secret
    client.post(ENROL, {"code": code(secret)})


def change(client: Client, password: str) -> Any:
    return client.post(CHANGE, {"oldpassword": password, "password1": NEW, "password2": NEW})


def kinds() -> list[str]:
    return sorted(Authenticator.objects.values_list("type", flat=True))


@pytest.fixture
def head(hired: Any) -> Any:
    """A unit head who has no factor yet."""
    return hired("head@suez", (Role.UNIT_HEAD, "0402"))


@pytest.fixture
def stale(head: Any) -> Client:
    """A session opened by the password alone, before she had a factor; it outlives the coming of that factor."""
    client = signed_in()
    enrol_totp(by=SYSTEM, staff=head)
    Authenticator.objects.create(user=head.account, type=Authenticator.Type.WEBAUTHN, data={"name": "x"})
    return client


def test_a_first_factor_ends_her_other_sessions_and_keeps_this_one(head: Any) -> None:
    old, hers = signed_in(), signed_in()
    enrol(hers)
    assert old.post(REMOVE)["Location"].startswith(SIGN_IN)
    assert kinds() == ["recovery_codes", "totp"]
    assert hers.get("/staff/security/tokens/").wsgi_request.actor.assurance == 2
    assert UserSession.objects.get().session_key == hers.session.session_key


def test_a_second_factor_more_ends_no_session(head: Any) -> None:
    secret = enrol_totp(by=SYSTEM, staff=head)
    hers, other = signed_in(secret=secret), signed_in(secret=secret, ahead=1)
    Authenticator.objects.create(user=head.account, type=Authenticator.Type.WEBAUTHN, data={"name": "x"})
    hers.post(REMOVE)
    enrol(hers)
    assert kinds() == ["recovery_codes", "totp", "webauthn"]
    assert [client.get(SECURITY).status_code for client in (hers, other)] == [200, 200]


def test_the_password_alone_neither_removes_a_factor_nor_adds_one(stale: Client) -> None:
    assert stale.post(REMOVE)["Location"] == f"{NEEDED}?next=%2Fstaff%2Fsecurity%2Fauthenticator%2Fremove%2F"
    assert kinds() == ["totp", "webauthn"]
    assert stale.post(ENROL, {"code": "000000"})["Location"].startswith(NEEDED)
    assert stale.get("/desk/").wsgi_request.actor.assurance == 1


@pytest.mark.parametrize("part", GUARDED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_changes_a_sign_in_asks_for_the_factor_first(stale: Client, part: str, method: str) -> None:
    key = Authenticator.objects.get(type="webauthn").pk
    before = (kinds(), Account.objects.get().password)
    stale.post(AGAIN, {"password": PASSWORD})
    page = getattr(stale, method)(SECURITY + part.format(key=key), {"label": "x", "hours": "8", "name": "y"})
    assert (page.status_code, page["Location"].partition("?")[0]) == (302, NEEDED)
    assert (kinds(), Account.objects.get().password, ApiToken.objects.count()) == (*before, 0)


def test_a_password_given_again_before_the_factor_came_opens_nothing(head: Any) -> None:
    client = signed_in()
    client.post(AGAIN, {"password": PASSWORD})
    enrol_totp(by=SYSTEM, staff=head)
    assert client.get(SECURITY + "passkeys/add/")["Location"].startswith(NEEDED)


def test_whoever_has_a_factor_is_asked_for_it_again_not_for_the_password(head: Any) -> None:
    secret = enrol_totp(by=SYSTEM, staff=head)
    client = signed_in(secret=secret)
    kept = client.session
    kept[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {**given, "at": given["at"] - 600} for given in kept[AUTHENTICATION_METHODS_SESSION_KEY]
    ]
    kept.save()
    assert client.get(REMOVE)["Location"].startswith("/staff/again/code/")
    assert client.post(AGAIN, {"password": PASSWORD})["Location"].startswith("/staff/again/code/")
    assert client.post(REMOVE)["Location"].startswith("/staff/again/code/")
    assert kinds() == ["totp"]


def test_the_factor_given_opens_the_way(head: Any) -> None:
    client = signed_in()
    secret = enrol_totp(by=SYSTEM, staff=head)
    asked = client.get(REMOVE)["Location"]
    form = client.get(asked)["Location"]
    assert client.post(form, {"code": code(secret), "next": REMOVE})["Location"] == REMOVE
    client.post(REMOVE)
    assert kinds() == []


def test_without_a_factor_the_password_is_enough(hired: Any) -> None:
    hired("clerk@suez", (Role.CLERK, "0402"))
    client = signed_in("clerk@suez")
    assert client.get(SECURITY + "passkeys/add/").status_code == 200
    assert client.get(SECURITY + "tokens/").status_code == 200
    assert change(client, PASSWORD).status_code == 302


def test_the_password_is_not_guessed_inside_a_session(hired: Any) -> None:
    hired("clerk@suez", (Role.CLERK, "0402"))
    client = signed_in("clerk@suez")
    before = Account.objects.get().password
    said = [change(client, "wrong").context["form"].errors.as_data()["oldpassword"][0].code for _ in range(6)]
    assert said == ["enter_current_password"] * 5 + ["too_many_login_attempts"]
    assert change(client, PASSWORD).status_code == 200
    assert Account.objects.get().password == before
    assert "_auth_user_id" not in signed_in("clerk@suez").session  # one count for both doors
    clock.advance(timedelta(minutes=16))
    assert change(client, PASSWORD).status_code == 302
    assert not Miss.objects.exists()
