"""The access decorators: every view of Shubbak wears exactly one, and a house test walks the URLconf for it.

Nobody signed in: the sign-in page. Signed in without the right: 404, as if the page did not exist. The right is there
but sleeps until a second factor: the second-factor page. The API answers 401 by its own authentication.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from shubbak.kernel.actor import Actor, ActorKind, Role

from .rules import needs_second_factor

if TYPE_CHECKING:
    from .models import Staff

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """What a view behind `@staff` is given: the request with whoever asks on it."""

    actor: Actor
    staff: Staff
    sleeping_roles: frozenset[Role]


def public(view: View) -> View:
    """Anybody may see this."""
    view.access = ("public",)  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Any account, citizen or staff, with no role asked."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if _actor(request).kind is ActorKind.STRANGER:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    guarded.access = ("signed_in",)  # type: ignore[attr-defined]
    return guarded


def staff(*roles: Role) -> Callable[[View], View]:
    """Staff who hold one of `roles` somewhere today; with no role named, any member of staff.

    Where exactly they hold it is the business of the query or action behind the view.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return _refusal(request, roles) or view(request, *args, **kwargs)

        guarded.access = ("staff", *(role.value for role in roles))  # type: ignore[attr-defined]
        return guarded

    return decorate


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back here; a partial request makes the whole page go."""
    return _send(request, "account_login")


def to_second_factor(request: HttpRequest) -> HttpResponse:
    """To where the second factor is given, and back here."""
    return _send(request, "second_factor")


def _refusal(request: HttpRequest, roles: tuple[Role, ...]) -> HttpResponse | None:
    actor = _actor(request)
    if actor.kind is ActorKind.STRANGER:
        return to_sign_in(request)
    if actor.kind is ActorKind.STAFF and (not roles or actor.holds(*roles)):
        return None
    sleeping: frozenset[Role] = request.sleeping_roles  # type: ignore[attr-defined]
    if any(role in sleeping and needs_second_factor(role) for role in roles):
        return to_second_factor(request)
    raise Http404


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined, no-any-return]


def _send(request: HttpRequest, name: str) -> HttpResponse:
    partial = request.headers.get("HX-Request") == "true"
    back = request.headers.get("HX-Current-URL", "") if partial else request.get_full_path()
    target = reverse(name) + ("?" + urlencode({"next": _path_of(back)}) if back else "")
    if partial:
        return HttpResponse(status=204, headers={"HX-Redirect": target})
    return redirect(target)


def _path_of(address: str) -> str:
    """The path and query of an address of ours, never its host: a redirect cannot be led away."""
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
