from __future__ import annotations

from django.urls import path

from . import views

app_name = "counter"
urlpatterns = [
    path("", views.window, name="window"),
    path("services/", views.services, name="services"),
    path("units/", views.units, name="units"),
    path("done/<str:number>/", views.done, name="done"),
]
