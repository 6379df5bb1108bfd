"""Verifying a paper, and what a verifier without a network keeps: keys and status lists."""

from __future__ import annotations

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("verify/", views.enter, name="verify"),
    re_path(r"^[Vv]/(?P<token>[^/]+)$", views.verified, name="verified"),
    path(".well-known/shubbak-keys.json", views.keys, name="key_list"),
    path(".well-known/jwks.json", views.key_set, name="jwks"),
    path("status/<slug:list_id>", views.statuses, name="status_list"),
]
