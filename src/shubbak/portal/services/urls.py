"""The catalogue's pages."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.directory, name="services"),
    path("<slug:key>/", views.service, name="service"),
    path("<slug:key>/fees/", views.fees, name="service_fees"),
    path("<slug:key>/a4/", views.on_paper, name="service_a4"),
]
