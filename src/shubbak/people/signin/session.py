"""How long a session lives, and how sure we are of who is behind it."""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest

from shubbak.kernel import clock

from .. import queries
from ..models import Account
from ..sign_in_settings import ABSOLUTE_SECONDS, IDLE_SECONDS

BEGAN, SEEN = "began_at", "seen_at"
_WRITE_EVERY = 60


def begin(request: HttpRequest) -> None:
    """Start counting: called when somebody has signed in."""
    request.session[BEGAN] = request.session[SEEN] = int(clock.now().timestamp())


def expire(request: HttpRequest) -> bool:
    """End a session that is too old or was idle too long, and say whether it was ended; otherwise note the visit.

    A session in which nobody is signed in has no clock. The visit is written at most once a minute, so that a page
    costs no write.
    """
    if SESSION_KEY not in request.session:
        return False
    if BEGAN not in request.session:
        begin(request)
    began, seen = request.session[BEGAN], request.session[SEEN]
    now = int(clock.now().timestamp())
    if now - began > ABSOLUTE_SECONDS or now - seen > IDLE_SECONDS:
        logout(request)
        return True
    if now - seen >= _WRITE_EVERY:
        request.session[SEEN] = now
    return False


def assurance(request: HttpRequest, account: Account) -> int:
    """2 when a second factor (or a passkey that verified its user) was given in this session, else 1."""
    records = get_authentication_records(request, account)
    return 2 if any(record.get("method") == "mfa" for record in records) else 1


def owes_second_factor(request: HttpRequest, account: Account) -> bool:
    """Whether the account has a second factor that was not given in this session; one statement, or none."""
    return assurance(request, account) < queries.LEVEL_TWO and bool(queries.factor_kinds(account.pk))


def renew_key(request: HttpRequest) -> None:
    """A new key for this session, entered in the list of her sessions, which drops the old one when next asked."""
    request.session.cycle_key()
    UserSession.objects.create_from_request(request)


def end_others(request: HttpRequest, account: Account) -> None:
    """Every session of hers but this one is over at its next request."""
    end_other_sessions(request, account)
