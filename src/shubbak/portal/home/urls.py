"""The front page and the pages about Shubbak."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.front, name="front"),
    path("pay/", views.pay, name="pay"),
    path("centres/", views.centres, name="centres"),
    path("complain/", views.complain, name="complain"),
    path("about/", views.about, name="about"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("light/", views.light, name="light"),
]
