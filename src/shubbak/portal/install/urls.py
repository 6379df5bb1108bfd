"""What browsers ask for at the root."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("offline/<str:language>/", views.offline, name="offline"),
    path("robots.txt", views.robots, name="robots"),
]
