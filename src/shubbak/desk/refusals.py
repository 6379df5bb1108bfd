"""How this door tells a refusal that no page can explain: what is not there, or not for her, is a 404."""

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
        except NotThere as refusal:
            raise Http404 from refusal

    return guarded
