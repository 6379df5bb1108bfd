"""Which door an address belongs to: the first part of the path names it, the second names the slice."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from . import language
from .web import health

handler400 = "shubbak.config.web.faults.malformed"
handler403 = "shubbak.config.web.faults.refused"
handler404 = "shubbak.config.web.faults.not_there"
handler500 = "shubbak.config.web.faults.ours"


def _door(prefix: str, module: str) -> list[URLPattern | URLResolver]:
    package = module.rpartition(".")[0]
    return [path(prefix, include(module))] if find_spec(package) and find_spec(module) else []


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("lang/", language.choose, name="choose_language"),
    *_door("staff/", "shubbak.people.signin.urls"),
    *_door("counter/", "shubbak.counter.urls"),
    *_door("desk/", "shubbak.desk.urls"),
    *_door("api/v1/", "shubbak.api.urls"),
    *_door("", "shubbak.portal.urls"),
]
