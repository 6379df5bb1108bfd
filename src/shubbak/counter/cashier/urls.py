from __future__ import annotations

from django.urls import path

from .views import books, collecting, day, drawer

app_name = "counter_cashier"
urlpatterns = [
    path("", collecting.collecting, name="collecting"),
    path("collect/<str:number>/<uuid:task>/", collecting.collect, name="collect"),
    path("receipts/<str:number>/<uuid:receipt>/", collecting.taken, name="taken"),
    path("receipts/<str:number>/<uuid:receipt>/print/", collecting.printed, name="printed"),
    path("drawer/", drawer.drawer, name="drawer"),
    path("statements/<uuid:drawer>/", drawer.statement, name="statement"),
    path("day/", day.day, name="day"),
    path("day/void/<uuid:receipt>/", day.void, name="void"),
    path("books/", books.books, name="books"),
    path("books/<uuid:book>/assign/", books.assign, name="assign"),
    path("books/<uuid:book>/spoil/", books.spoil, name="spoil"),
]
