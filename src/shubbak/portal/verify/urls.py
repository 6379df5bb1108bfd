"""Verifying a paper, and what an offline verifier keeps: keys and status lists."""

from __future__ import annotations

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("verify/", views.enter, name="verify"),
    re_path(r"^[Vv]/(?P<token>[A-Z2-7]+)$", views.verified, name="verified"),
    re_path(r"^[Vv]/(?P<token>[^/]*)$", views.unreadable, name="unreadable"),
    path(".well-known/jwks.json", views.keys, name="jwks"),
    path("status/<str:list_id>", views.status_list, name="status_list"),
]
