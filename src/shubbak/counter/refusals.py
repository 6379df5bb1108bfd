"""How a no is told at the counter: what is not there is a 404, the rest is said on the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from shubbak.kernel.refusal import NotThere

View = Callable[..., HttpResponseBase]


def or_404(view: View) -> View:
    """NotThere, wherever it comes from, becomes 404."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except NotThere as refused:
            raise Http404 from refused

    return guarded
