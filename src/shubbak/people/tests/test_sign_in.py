"""Signing in over HTTP: factors, lock-out, the life of a session, and the demo's cast in the demo only."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Role
from shubbak.kernel.refusal import NotNow
from shubbak.people import queries
from shubbak.people.actions import disable_account, end_role, join_demo_cast
from shubbak.people.models import Account, ApiToken, Holding
from shubbak.trail.models import Entry

from .conftest import PASSWORD

SIGN_IN, CODE, SECURITY = "/staff/sign-in/", "/staff/sign-in/code/", "/staff/security/"


def code(secret: str, ahead: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def sign_in(client: Client, number: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(SIGN_IN, {"login": number, "password": password, **more})


def is_in(client: Client) -> bool:
    return client.get("/staff/security/tokens/").status_code == 200


@pytest.fixture
def head(hired: Any) -> Any:
    """A unit head with an authenticator."""
    return hired("head@suez", (Role.UNIT_HEAD, "0402"), factor=True)


@pytest.fixture
def window(hired: Any) -> Any:
    """A window clerk without one."""
    return hired("clerk@suez", (Role.CLERK, "0402"))


def test_a_clerk_signs_in_by_number_and_password(client: Client, window: Any) -> None:
    assert sign_in(client, "  Clerk@Suez ")["Location"] == "/counter/"
    assert is_in(client)
    assert Entry.objects.get(act="people.signed_in").facts == {"assurance": 1}


def test_each_comes_in_where_she_works(client: Client, window: Any, hired: Any) -> None:
    for number, role, door in (("cash@suez", Role.CASHIER, "/counter/cashier/"), ("eye@suez", Role.REVIEWER, "/desk/")):
        member, hers = hired(number, (role, "0402"), factor=True), Client()
        sign_in(hers, number)
        assert hers.post(CODE, {"code": code(member.secret)})["Location"] == door
    assert client.get("/staff/")["Location"] == "/staff/sign-in/"
    sign_in(client, "clerk@suez")
    assert client.get("/staff/")["Location"] == "/counter/"


def test_digits_of_a_staff_number_may_be_arabic(client: Client, hired: Any) -> None:
    hired("1042", (Role.CLERK, "0402"))
    assert sign_in(client, "١٠٤٢").status_code == 302
    assert is_in(client)


def test_a_decider_gives_her_code_too(client: Client, head: Any) -> None:
    assert sign_in(client, "head@suez", next="/desk/x/")["Location"] == CODE
    assert not is_in(client)
    assert client.post(CODE, {"code": code(head.secret)})["Location"] == "/desk/x/"
    assert is_in(client)
    assert Entry.objects.get(act="people.signed_in").facts == {"assurance": 2}


def test_a_code_works_once_and_only_if_it_is_right(client: Client, head: Any) -> None:
    right = code(head.secret)
    sign_in(client, "head@suez")
    assert client.post(CODE, {"code": "000000" if right != "000000" else "000001"}).status_code == 200
    client.post(CODE, {"code": right})
    assert is_in(client)
    other = Client()
    sign_in(other, "head@suez")
    assert other.post(CODE, {"code": right}).status_code == 200
    assert not is_in(other)


@pytest.mark.parametrize("number", ["clerk@suez", "nobody@suez"])
def test_five_wrong_passwords_hold_a_name_off_whether_or_not_it_exists(
    client: Client, window: Any, number: str
) -> None:
    said = [sign_in(client, number, "wrong").content.decode() for _ in range(6)]
    wrong = [("wrong" in page or "غير صحيحة" in page) for page in said]
    assert wrong == [True] * 5 + [False]
    assert "15" in said[5]
    assert sign_in(client, number).status_code == 200
    assert not is_in(client)
    clock.advance(timedelta(minutes=16))
    sign_in(client, number)
    assert is_in(client) is (number == "clerk@suez")


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(client: Client, window: Any) -> None:
    def shape(number: str) -> str:
        page = sign_in(client, number, "wrong").content.decode().replace(number, "")
        return re.sub(r'(name="csrfmiddlewaretoken" value)="[^"]*"', r"\1", page)

    assert shape("clerk@suez") == shape("nobody@suez")


def test_five_wrong_codes_hold_the_factor_off(client: Client, head: Any) -> None:
    sign_in(client, "head@suez")
    wrong = next(str(n) for n in range(100000, 100009) if str(n) not in {code(head.secret, i) for i in (-1, 0, 1)})
    for _ in range(5):
        client.post(CODE, {"code": wrong})
    assert client.post(CODE, {"code": code(head.secret)}).status_code == 200
    assert not is_in(client)


def test_a_disabled_account_is_out_at_the_next_request(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    disable_account(by=SYSTEM, staff=window)
    assert not is_in(client)
    assert sign_in(Client(), "clerk@suez").status_code == 200


def test_an_ended_role_is_gone_at_the_next_request(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    end_role(by=SYSTEM, holding=Holding.objects.get())
    assert client.get("/staff/security/tokens/").wsgi_request.actor.grants == ()


def test_a_session_ends_after_twenty_idle_minutes(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    clock.advance(timedelta(minutes=19))
    assert is_in(client)
    clock.advance(timedelta(minutes=19))
    assert is_in(client)
    clock.advance(timedelta(minutes=21))
    assert not is_in(client)


def test_a_session_ends_after_ten_hours_however_busy(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    alive = []
    for _ in range(41):
        clock.advance(timedelta(minutes=15))
        alive.append(is_in(client))
    assert alive == [True] * 40 + [False]


def test_the_session_key_changes_at_sign_in(client: Client, window: Any) -> None:
    client.get(SIGN_IN)
    client.session.save()
    before = client.session.session_key
    sign_in(client, "clerk@suez")
    assert client.session.session_key != before


def test_signing_out_ends_the_session(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    assert client.get("/staff/sign-out/").status_code == 200
    assert is_in(client)
    client.post("/staff/sign-out/")
    assert not is_in(client)


def test_nobody_without_a_session_costs_a_statement(client: Client, country: None) -> None:
    with CaptureQueriesContext(connection) as statements:
        client.get(SIGN_IN)
    assert len(statements) == 0


def test_a_signed_in_request_costs_two_statements_before_its_view(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    with CaptureQueriesContext(connection) as statements:
        client.get("/staff/sign-out/")
    assert len(statements) == 2  # the session, and the account with its grants


def test_a_decider_without_a_factor_sets_one_up_and_goes_on(client: Client, hired: Any) -> None:
    hired("new@suez", (Role.UNIT_HEAD, "0402"))
    sign_in(client, "new@suez")
    assert client.get("/staff/second-factor/?next=/desk/cases/").status_code == 200
    page = client.get("/staff/security/authenticator/")
    secret = page.context["form"].secret
    assert secret not in str(dict(client.session))
    answer = client.post("/staff/security/authenticator/", {"code": code(secret)})
    assert answer["Location"] == "/staff/security/codes/"
    assert secret not in str(Authenticator.objects.get(type="totp").data)
    after = client.get(SECURITY)
    assert after.wsgi_request.actor.holds(Role.UNIT_HEAD)
    assert "/desk/cases/" in after.content.decode()


def test_onward_never_leads_away(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    page = client.get("/staff/second-factor/?next=https://evil.example/").content.decode()
    assert 'href="https://evil' not in page + client.get(SECURITY).content.decode()
    assert sign_in(Client(), "clerk@suez", next="https://evil.example/")["Location"] == "/counter/"


def test_a_token_made_on_the_page_is_shown_once(client: Client, window: Any) -> None:
    sign_in(client, "clerk@suez")
    made = client.post("/staff/security/tokens/", {"label": "برنامج", "hours": "8"}).content.decode()
    raw = made.split("shubbak_")[1].split("<")[0]
    assert queries.actor_of_token("shubbak_" + raw) is not None
    assert raw not in client.get("/staff/security/tokens/").content.decode()
    client.post(f"/staff/security/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert queries.actor_of_token("shubbak_" + raw) is None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_opens_in_both_languages(client: Client, head: Any, language: str) -> None:
    client.cookies["lang"] = language
    sign_in(client, "head@suez")
    client.post(CODE, {"code": code(head.secret)})
    parts = (
        "",
        "passkeys/",
        "passkeys/add/",
        "sessions/",
        "password/",
        "tokens/",
        "codes/new/",
        "authenticator/remove/",
    )
    pages = [client.get(SECURITY + part) for part in parts]
    assert [page.status_code for page in pages] == [200] * len(parts)
    assert all(f'lang="{language}"' in page.content.decode() for page in pages)


def test_a_changed_password_ends_other_sessions(client: Client, window: Any) -> None:
    other = Client()
    sign_in(client, "clerk@suez"), sign_in(other, "clerk@suez")
    words = {"oldpassword": PASSWORD, "password1": "another-window-is-open", "password2": "another-window-is-open"}
    assert client.post(SECURITY + "password/", words).status_code == 302
    assert [is_in(client), is_in(other)] == [True, False]
    assert Entry.objects.filter(act="people.password_changed").count() == 1


def test_outside_the_demo_there_is_no_cast(client: Client, head: Any, settings: Any) -> None:
    with pytest.raises(NotNow):
        join_demo_cast(by=SYSTEM, staff=head)
    Account.objects.update(is_demo=True)
    assert queries.demo_cast() == []
    assert queries.demo_code(Account.objects.get()) == ""
    assert queries.has_demo_accounts()
    assert "head@suez" not in client.get(SIGN_IN).content.decode()
    assert sign_in(client, "head@suez").status_code == 200
    assert client.get(CODE).status_code == 302


def test_in_the_demo_one_press_and_one_more_sign_in(client: Client, head: Any, window: Any, settings: Any) -> None:
    settings.DEMO = True
    join_demo_cast(by=SYSTEM, staff=head)
    page = client.get(SIGN_IN).content.decode()
    assert [number in page for number in ("head@suez", "clerk@suez")] == [True, False]
    assert code(head.secret) in page
    assert sign_in(client, "head@suez")["Location"] == CODE
    shown = client.get(CODE).context["form"]["code"].value()
    assert client.post(CODE, {"code": shown})["Location"] == "/desk/"
    again = Client()
    sign_in(again, "head@suez")
    assert again.post(CODE, {"code": shown}).status_code == 302
