"""Pages whose address is a secret or a statement: the address leaves in no referrer and stays in no index."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse


def guarded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark every answer of a view `no-referrer` and `noindex`."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(*args, **kwargs)
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return answered
