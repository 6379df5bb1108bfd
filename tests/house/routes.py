"""Every address of Shubbak with the view behind it and who may see it, as the URLconf says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, order=True)
class Route:
    """One address; `access` is empty when nobody said who may see it."""

    path: str
    method: str
    view: str
    access: str


def routes() -> list[Route]:
    """All of them, sorted."""
    return sorted(set(_walk(get_resolver().url_patterns, "")))


def _walk(patterns: list[Any], prefix: str) -> Iterator[Route]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield from _route(path, pattern.callback)


def _route(path: str, view: Any) -> Iterator[Route]:
    operations = _operations(view)
    if operations:
        for operation in operations:
            for method in operation.methods:
                yield Route(path, method, _name(operation.view_func), _access(operation.view_func))
    else:
        yield Route(path, "*", _name(view), _access(view))


def _operations(view: Any) -> list[Any]:
    """The operations behind one address of django-ninja."""
    for cell in getattr(view, "__closure__", None) or ():
        operations = getattr(cell.cell_contents, "operations", None)
        if operations:
            return list(operations)
    return list(getattr(getattr(view, "__self__", None), "operations", ()))


def _access(view: Any) -> str:
    access = getattr(view, "access", None) or getattr(getattr(view, "view_class", None), "access", ())
    return " ".join(access)


def _name(view: Any) -> str:
    view = getattr(view, "view_class", view)
    return f"{view.__module__}.{getattr(view, '__qualname__', type(view).__qualname__)}".removeprefix("shubbak.")
