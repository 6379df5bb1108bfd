"""Before anything changes how somebody signs in: the second factor she has."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from ..access import View, to_second_factor
from . import session


def both_factors(view: View) -> View:
    """Whoever has a second factor gives it in this session first: whoever knows her password alone changes nothing.

    Who has none goes on: that is how she sets up her first. Worn under an access decorator, which answers strangers.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if session.owes_second_factor(request, request.user):  # type: ignore[arg-type]
            return to_second_factor(request)
        return view(request, *args, **kwargs)

    return guarded
