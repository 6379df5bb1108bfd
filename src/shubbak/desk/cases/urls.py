"""One case: its pages, its files, and what may be done."""

from __future__ import annotations

from django.urls import path

from .views import acts, files, hands, page

urlpatterns = [
    path("units/", page.units, name="desk_units"),
    path("<str:number>/", page.case, name="desk_case"),
    path("<str:number>/answers/", page.case, {"tab": "answers"}, name="desk_case_answers"),
    path("<str:number>/money/", page.case, {"tab": "money"}, name="desk_case_money"),
    path("<str:number>/dates/", page.case, {"tab": "dates"}, name="desk_case_dates"),
    path("<str:number>/history/", page.case, {"tab": "history"}, name="desk_case_history"),
    path("<str:number>/documents/<uuid:document>/", page.case, name="desk_document"),
    path("<str:number>/documents/<uuid:document>/file", files.document, name="desk_document_file"),
    path("<str:number>/papers/<uuid:paper>/", files.paper, name="desk_paper"),
    path("<str:number>/reveal/<slug:field>/", page.reveal_number, name="desk_reveal"),
    path("<str:number>/withdraw/", acts.take_back, name="desk_withdraw"),
    path("<str:number>/tasks/<uuid:task>/do/<slug:action>/", acts.do, name="desk_do"),
    path("<str:number>/tasks/<uuid:task>/claim/", hands.take, name="desk_claim"),
    path("<str:number>/tasks/<uuid:task>/release/", hands.put_back, name="desk_release"),
    path("<str:number>/tasks/<uuid:task>/recuse/", hands.step_back, name="desk_recuse"),
    path("<str:number>/tasks/<uuid:task>/assign/", hands.give, name="desk_assign"),
]
