"""The addresses of the open files."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.files, name="open_data"),
    path("flows/<slug:key>.bpmn", views.flow, name="open_data_flow"),
    path("<str:name>", views.download, name="open_data_file"),
]
