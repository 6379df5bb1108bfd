"""The addresses of the desk."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("shubbak.desk.work.urls")),
    path("cases/", include("shubbak.desk.cases.urls")),
]
