"""What the sample papers say: the shape of facts that `cases` gives to each template."""

from __future__ import annotations

from typing import Any


def both(arabic: str, english: str = "") -> dict[str, str]:
    return {"ar": arabic, "en": english}


CASE: dict[str, Any] = {
    "number": "0402-2026-001847-K",
    "service": both("رخصة محل عام", "Public shop licence"),
    "law": both("قانون المحال العامة رقم 154 لسنة 2019"),
    "law_article": "5",
    "unit": both("حي الأربعين"),
    "governorate": both("السويس"),
    "person": {"name": "سعاد محمود إبراهيم", "kind": "citizen", "number": "••••••••••0028"},
    "submitted_at": "2026-11-22T10:41+02:00",
    "promised_on": "2026-12-10",
    "law_due_on": "2027-01-21",
    "hotline": "16528",
}
FEES = [
    {
        "label": both("رسم معاينة"),
        "rule": both("المساحة 50 م² × فئة المعاينة 25 جنيه/م²"),
        "amount": "1250.00",
        "settlement": "12-05-01",
        "source": "القانون 154 لسنة 2019، مادة 10",
    },
    {
        "label": both("ضريبة القيمة المضافة"),
        "rule": both("14% من رسم معاينة 1,250"),
        "amount": "175.00",
        "settlement": "90-02-14",
        "source": "",
    },
]
MOVED = [
    {
        "kind": "promise",
        "before": "2026-12-03",
        "after": "2026-12-10",
        "why": both("انتظر ملفك استكمال المطلوب منك (5 أيام عمل)."),
    },
]
SLIP = CASE | {
    "code": "7K2M9QXD",
    "track_url": "HTTPS://P.SUEZ.GOV.EG/T/0402-2026-001847-K-7K2M9QXD",
    "documents": [
        {"name": both("صورة بطاقة الرقم القومي"), "original": True, "file": True},
        {"name": both("عقد موثق"), "original": False, "file": True},
    ],
    "steps": [both("استلام الطلب"), both("المعاينة"), both("القرار")],
    "fees": FEES,
    "total": "1425.00",
    "moved": MOVED,
    "promise_pauses": True,
}
RECEIPT = CASE | {
    "receipt_number": "0048213",
    "series": "33 ع.ح",
    "book": "965",
    "means": "card",
    "reference": "POS-88213",
    "collected_at": "2026-11-23T11:05+02:00",
    "collector": "مصطفى كمال شاهين",
    "lines": [*FEES, {"label": both("دمغة"), "amount": "5.00", "settlement": "12-05-01"}],
    "by_code": [{"code": "12-05-01", "amount": "1255.00"}, {"code": "90-02-14", "amount": "175.00"}],
    "total": "1425.00",
    "in_words": both("ألف وأربعمائة وخمسة وعشرون جنيها فقط لا غير"),
}
PERMIT = CASE | {
    "title": both("رخصة محل عام", "Public shop licence"),
    "answers": [
        {"label": both("النشاط"), "value": both("مقهى Co. Ltd."), "unit": both("")},
        {"label": both("المساحة"), "value": both("80.50"), "unit": both("متر مربع")},
    ],
    "conditions": [both("الالتزام بمواعيد الفتح والغلق.")],
    "decided_on": "2026-12-20",
    "by_law": both("مادة 9 من القانون 154 لسنة 2019"),
    "signer": "م. عادل حسني البدري",
    "illustrative": True,
}
