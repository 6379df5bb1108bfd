"""Tracking: by number and code, and by the slip's QR."""

from __future__ import annotations

from django.urls import path, re_path

from . import views

_SLIP = r"^[Tt]/(?P<token>[0-9A-Za-z-]{10,60})"

urlpatterns = [
    path("track/", views.look_up, name="track"),
    re_path(rf"{_SLIP}$", views.by_slip, name="slip"),
    re_path(rf"{_SLIP}/papers/(?P<paper>[0-9a-f-]{{36}})$", views.paper, name="slip_paper"),
]
