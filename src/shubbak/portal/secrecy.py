"""Pages whose address is a secret or a statement: the address leaves in no referrer and stays in no index.

A browser that sends no referrer sends no origin with a form either, so these pages hold no form: the language is
switched by a link.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse


def unlisted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Keep every answer of a view out of search engines."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(*args, **kwargs)
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return answered


def secret(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """`unlisted`, and no referrer unless the answer says otherwise."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(*args, **kwargs)
        answer.headers.setdefault("Referrer-Policy", "no-referrer")
        return answer

    return unlisted(answered)
