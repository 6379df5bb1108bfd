"""Paths that no page of ours has, refused before anything is asked of the database with them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .faults import not_there

Answering = Callable[[HttpRequest], HttpResponseBase]
_PROGRAMS = "/api/"


def keepable(get_response: Answering) -> Answering:
    """404 for a path with a NUL, which no database keeps; the API says so in its own way."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path_info and not request.path_info.startswith(_PROGRAMS):
            return not_there(request, ValueError("a NUL in the path"))
        return get_response(request)

    return answer
