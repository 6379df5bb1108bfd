"""allauth's hooks for accounts: lock-out in our database, a trail row for each sign-in, no mail, no sign-up."""

from __future__ import annotations

import time
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, Role
from shubbak.trail.actions import record

from .. import queries
from ..actions import count_miss, forgive_misses
from ..models import Account
from ..sign_in_settings import FAILURES_ALLOWED, LOCKED_SECONDS, RECENT_SECONDS
from . import session

_DOOR = "sign_in"
_NOWHERE = "::"
"""What stands for an unknown address, as over a socket."""
_DOORS = ((Role.CLERK, "/counter/"), (Role.CASHIER, "/counter/cashier/"))
_ELSE = "/desk/"


class StaffAccountAdapter(DefaultAccountAdapter):
    """Who may sign in is decided by the backend; here is what happens around it."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The staff number or the password is wrong. Check both and try again."),
        "incorrect_password": _("This is not your password. Check it and try again."),
        "enter_current_password": _("Type the password you have now."),
        "too_many_login_attempts": _("Too many tries. Wait 15 minutes, or ask your administrator."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts the try before the password is looked at, so that no race helps a guesser."""
        subject = credentials.get("username", "")
        if not count_miss(door=_DOOR, subject=subject, allowed=FAILURES_ALLOWED, seconds=LOCKED_SECONDS):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        account = super().authenticate(request, **credentials)
        if account is not None:
            forgive_misses(door=_DOOR, subject=credentials.get("username", ""))
        return account

    def login(self, request: HttpRequest, user: Any) -> None:
        """A new session key, the clock of the session, and a trail row."""
        super().login(request, user)
        session.begin(request)
        actor = self._actor(request, user)
        facts = {"assurance": actor.assurance}
        record(by=actor, act="people.signed_in", subject="account", subject_id=user.pk, facts=facts)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return redirect("account_login")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Those who receive citizens go to the window, those who take money to the cash desk, others to the desk."""
        actor = self._actor(request, cast(Account, request.user))
        return next((door for role, door in _DOORS if actor.holds(role)), _ELSE)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not within five minutes of signing in: the password was given just now."""
        records = get_authentication_records(self.request, self.request.user)
        return not any(time.time() - record["at"] < RECENT_SECONDS for record in records)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has a second factor is asked for that one, not for the password once more."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [way for way in ways if way["id"] != "reauthenticate"] or ways

    def get_client_ip(self, request: HttpRequest) -> str:
        return str(request.META.get("REMOTE_ADDR") or _NOWHERE)

    def add_message(self, request: HttpRequest, level: int, *args: Any, **more: Any) -> None:
        """Only what is said in words: allauth's own announcements are not ours."""
        if more.get("message"):
            messages.add_message(request, level, more["message"])

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **more: Any) -> None:
        """allauth would mail a change of factors or password; staff have no mail here, and the trail has the fact."""
        change = template_prefix.rpartition("/")[2]
        actor = queries.actor_of(user)
        record(by=actor, act=f"people.{change}", subject="account", subject_id=user.pk)

    def _actor(self, request: HttpRequest, user: Account) -> Actor:
        return queries.actor_of(user, assurance=session.assurance(request, user))
