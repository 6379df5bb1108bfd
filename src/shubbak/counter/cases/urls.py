from __future__ import annotations

from django.urls import path

from . import views

app_name = "counter_cases"
urlpatterns = [
    path("", views.find, name="find"),
    path("<str:number>/", views.case, name="case"),
    path("<str:number>/tasks/<uuid:task>/<slug:action>/", views.do, name="do"),
    path("<str:number>/withdraw/", views.withdrawing, name="withdraw"),
    path("<str:number>/papers/<uuid:paper>/", views.paper, name="paper"),
]
