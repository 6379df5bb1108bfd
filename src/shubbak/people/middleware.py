"""Who asks: sets `request.actor`, `request.staff` and `request.sleeping_roles` on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .queries.actors import NOBODY, Presence, presence_of
from .signin import session


class ActorMiddleware:
    """Without a session cookie nothing is asked of the database; with one, the session and the account: two statements.

    Grants are read at each request, so that a role ended or an account disabled is gone at the next one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        presence = NOBODY
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not session.expire(request):
            presence = _presence(request)
        request.actor = presence.actor  # type: ignore[attr-defined]
        request.staff = presence.staff  # type: ignore[attr-defined]
        request.sleeping_roles = presence.sleeping  # type: ignore[attr-defined]
        return self.get_response(request)


def _presence(request: HttpRequest) -> Presence:
    if not request.user.is_authenticated:
        return NOBODY
    return presence_of(request.user, assurance=session.assurance(request, request.user))
