"""What every page knows: language, direction, light, who is at work. No query unless a page asks `staff`."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info

from .formats import language

THEMES = ("light", "dark")
THEME_COOKIE = "light"


def page(request: HttpRequest) -> dict[str, Any]:
    """The context processor of all pages."""
    spoken = language()
    other = "ar" if spoken == "en" else "en"
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "language": spoken,
        "dir": "ltr" if spoken == "en" else "rtl",
        "other_language": other,
        "other_language_name": get_language_info(other)["name_local"],
        "theme": theme if theme in THEMES else "",
        "staff": SimpleLazyObject(lambda: getattr(request, "staff", None)),
        "actor": SimpleLazyObject(lambda: getattr(request, "actor", None)),
        "demo": settings.DEMO,
        "public_url": settings.SHUBBAK_PUBLIC_URL,
    }
