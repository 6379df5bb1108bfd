"""Every part with something in it: short and long, right and wrong. Looked at by people and by axe."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

from shubbak.design.shapes import Choice, Item, Question, Row, Stop, Tab
from shubbak.kernel.money import Money


def at(day: int, hour: int = 8) -> datetime:
    return datetime(2026, 11, day, hour, 42, tzinfo=timezone.utc)


def text(ar: str, en: str) -> dict[str, str]:
    return {"ar": ar, "en": en}


def parts() -> dict[str, Any]:
    """The gallery's context."""
    return {
        "questions": _questions(),
        "stops": _stops(),
        "rows": _rows(),
        "tabs": _tabs(),
        "items": _items(),
        "faults": [
            ("f-area", text("اكتب المساحة بالأمتار، مثل 48", "Give the area in metres, like 48")),
            ("f-kind", text("اختر النشاط", "Choose the activity")),
        ],
        "amount": Money(36100),
        "big": Money(123456789),
        "on": date(2026, 12, 9),
        "today": at(22),
        "title": "شباك",
    }


def _questions() -> list[Question]:
    kinds = (Choice("grocery", text("بقالة ومواد غذائية", "Groceries")), Choice("cafe", text("مقهى", "Café")))
    return [
        Question(
            "national_id",
            text("الرقم القومي", "National id"),
            "national_id",
            "28503150100019",
            key="1",
            hint=text("14 رقمًا، كما في البطاقة", "14 digits, as on the card"),
        ),
        Question(
            "shop", text("اسم المحل", "Name of the shop"), value="بقالة النور والأمل لصاحبها أحمد محمود عبد الله وشركاه"
        ),
        Question(
            "area",
            text("المساحة", "Area"),
            "number",
            "ثمانية وأربعون",
            unit=text("م²", "m²"),
            error=text("اكتب المساحة بالأمتار، مثل 48", "Give the area in metres, like 48"),
        ),
        Question("capital", text("رأس المال", "Capital"), "money", "250000.00", required=False),
        Question("kind", text("النشاط", "Activity"), "choice", "grocery", choices=kinds, style="select"),
        Question(
            "tenure",
            text("سند الحيازة", "Tenure"),
            "choice",
            "",
            choices=kinds,
            error=text("اختر النشاط", "Choose the activity"),
        ),
        Question("food", text("هل يقدم أغذية؟", "Does it serve food?"), "yes_no", True),
        Question(
            "hours",
            text("أيام العمل", "Days of work"),
            "many",
            ("sun",),
            choices=(
                Choice("sun", text("الأحد", "Sunday"), text("إجازة بعض المحال", "Some shops rest")),
                Choice("mon", text("الاثنين", "Monday")),
            ),
        ),
        Question("since", text("تاريخ العقد", "Date of the contract"), "date", "2026-01-15"),
        Question("address", text("العنوان", "Address"), "long_text", "14 شارع الجيش، بجوار مدرسة النصر"),
        Question("plan", text("رسم هندسي", "Drawing"), "file"),
        Question("sure", text("اطّلعت على الأصل", "I saw the original"), "tick", "yes"),
        Question("mobile", text("المحمول", "Mobile"), "mobile", ""),
    ]


def _stops() -> list[Stop]:
    return [
        Stop(
            text("استلام الطلب بالشباك", "Received at the window"),
            "done",
            at=at(15),
            note=text("المستندات كاملة (5)", "5 papers, complete"),
        ),
        Stop(
            text("فحص المستندات", "Papers examined"),
            "done",
            at=at(16),
            by=text("قسم تراخيص المحال", "Shops department"),
        ),
        Stop(text("سداد رسم المعاينة", "Inspection fee"), "now", waiting=True, due=date(2026, 11, 26)),
        Stop(
            text("المعاينة", "Inspection"),
            "ahead",
            note=text("الحماية المدنية · الصحة · البيئة (معًا)", "Civil defence · health · environment (together)"),
        ),
        Stop(text("اعتماد رئيس الحي", "Approval of the head"), "ahead"),
        Stop(text("إصدار الرخصة", "Licence issued"), "ahead"),
    ]


def _rows() -> list[Row]:
    return [
        Row(text("اسم المحل", "Shop"), "بقالة النور", "#shop"),
        Row(text("المساحة", "Area"), "48 م²", "#area"),
        Row(
            text("العنوان", "Address"), "14 شارع الجيش، بجوار مدرسة النصر الابتدائية المشتركة، حي الأربعين", "#address"
        ),
    ]


def _tabs() -> list[Tab]:
    return [
        Tab(text("المستندات", "Papers"), "#a", on=True, count=2),
        Tab(text("البيانات", "Answers"), "#b"),
        Tab(text("المدفوعات", "Payments"), "#c", count=0),
        Tab(text("السجل", "History"), "#d"),
    ]


def _items() -> list[Item]:
    return [
        Item(text("بيانات المحل", "The shop"), "#s", "palm", text("تم", "Done")),
        Item(text("المستندات", "Papers"), "#p", "sun", text("ينقصها شهادة صحية", "A health certificate is missing")),
        Item(text("السداد", "Payment"), "", "soft", text("بعد المستندات", "After the papers")),
    ]
