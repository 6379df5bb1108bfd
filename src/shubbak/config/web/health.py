"""Two questions a load balancer asks: is the process alive, and may it be sent people."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured
from django.db import Error as DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from shubbak.kernel import keys
from shubbak.people.access import public

from .. import schema

_current = False


@public
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"alive": True})


@public
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers, its tables are those of the code, the key ring is installed: else 503 and what is not."""
    state = {"database": False, "migrations": False, "ring": True}
    try:
        keys.ring()
    except RuntimeError:
        state["ring"] = False
    try:
        state["migrations"] = _is_current()
        state["database"] = True
    except (DatabaseError, ImproperlyConfigured):
        state["database"] = False
    ready = all(state.values())
    return JsonResponse(state | {"ready": ready}, status=200 if ready else 503)


def _is_current() -> bool:
    """Asked of the migrations' table until it is so; from then on only whether the database answers."""
    global _current
    if _current:
        schema.ping()
    else:
        _current = schema.is_current()
    return _current
