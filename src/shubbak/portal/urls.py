"""The addresses of the public door."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("shubbak.portal.home.urls")),
    path("services/", include("shubbak.portal.services.urls")),
    path("open-data/", include("shubbak.portal.open_data.urls")),
    path("", include("shubbak.portal.track.urls")),
    path("", include("shubbak.portal.verify.urls")),
    path("", include("shubbak.portal.install.urls")),
]
