"""Which door an address belongs to: the first part of the path names it, the second names the slice."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from . import language
from .web import health

handler400 = "shubbak.config.web.faults.malformed"
handler403 = "shubbak.config.web.faults.refused"
handler404 = "shubbak.config.web.faults.not_there"
handler500 = "shubbak.config.web.faults.ours"


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("lang/", language.choose, name="choose_language"),
    path("staff/", include("shubbak.people.signin.urls")),
    path("counter/", include("shubbak.counter.urls")),
    path("desk/", include("shubbak.desk.urls")),
    path("api/v1/", include("shubbak.api.urls")),
    path("", include("shubbak.portal.urls")),
]
