"""The addresses of the counter."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("shubbak.counter.window.urls")),
    path("cases/", include("shubbak.counter.cases.urls")),
    path("cashier/", include("shubbak.counter.cashier.urls")),
]
