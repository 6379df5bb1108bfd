"""A page that can be sent to somebody in a language: `?language=en` shows it so, and remembers the choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the address of a page name the language it is shown in."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = request.GET.get("language", "")
        if language not in dict(settings.LANGUAGES):
            return view(request, *args, **kwargs)
        with translation.override(language):
            answer = view(request, *args, **kwargs)
        answer.headers["Content-Language"] = language
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            httponly=True,
            samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
        return answer

    return answered
