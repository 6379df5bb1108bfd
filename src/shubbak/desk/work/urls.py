"""Whose turn is it, and where is that case."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.work, {"scope": "mine"}, name="desk"),
    path("queue/", views.work, {"scope": "queue"}, name="desk_queue"),
    path("all/", views.work, {"scope": "all"}, name="desk_all"),
    path("search/", views.search, name="desk_search"),
]
