"""Who may call an endpoint, said at the endpoint."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import NotThere

Endpoint = Callable[..., HttpResponse]


def token(*roles: Role) -> Callable[[Endpoint], Endpoint]:
    """Staff with a token who hold one of `roles` somewhere; with none named, any. Without the right: as if not there.

    Where exactly they hold it is the business of the action or query behind the endpoint.
    """

    def decorate(endpoint: Endpoint) -> Endpoint:
        @wraps(endpoint)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if roles and not actor_of(request).holds(*roles):
                raise NotThere("not_there", _("There is nothing at this address."))
            return endpoint(request, *args, **kwargs)

        guarded.__signature__ = signature(endpoint, eval_str=True)  # type: ignore[attr-defined]
        guarded.access = ("token", *(role.value for role in roles))  # type: ignore[attr-defined]
        return guarded

    return decorate


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    return request.actor  # type: ignore[attr-defined, no-any-return]
