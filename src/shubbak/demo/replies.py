"""Believable answers to the questions of the twelve services, for the form and for those who work on a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from shubbak.flow.definition import Field

_STREETS = (
    "شارع الجيش", "شارع النصر", "شارع الشهداء", "شارع أحمد عرابي", "شارع سعد زغلول", "شارع الجمهورية", "طريق ناصر",
    "شارع الكورنيش", "شارع المدارس", "حارة المسجد", "شارع بورسعيد", "شارع 26 يوليو", "شارع المحطة", "شارع السوق",
)  # fmt: skip
_SHOPS = ("كافيه المينا", "بقالة الأمانة", "مكتبة القلم", "ورشة الإخلاص", "مخبز الصباح", "صيدلية الشفاء",
          "ملابس الأناقة", "هواتف الرواد", "زهور الربيع", "مطعم أولاد البلد")  # fmt: skip
_ENGINEERS = ("مكتب الأفق الهندسي", "دار الهندسة الحديثة", "م. سامح رزق", "م. نهى الفقي", "مكتب البناء المتقن")
_TROUBLES = (
    "تراكم القمامة أمام المدرسة منذ أسبوع ولم تُرفع.",
    "عمود الإنارة أمام العقار مطفأ والشارع مظلم ليلًا.",
    "محل أسفل العقار يعمل بعد منتصف الليل وصوته مرتفع.",
    "كسر في ماسورة المياه أغرق الشارع.",
    "إشغال الرصيف ببضائع فلا يجد المارة طريقًا.",
    "أعمال بناء ليلًا دون لافتة ترخيص.",
)
_REPORTS = (
    "تمت المعاينة في وجود صاحب الشأن، والموقع مطابق للرسومات المقدمة.",
    "المعاينة مطابقة، والاشتراطات العامة والخاصة مستوفاة.",
    "تبين من المعاينة مطابقة المساحة والاستعمال لما ورد بالطلب.",
)
_CONDITIONS = (
    "توفير طفايتي حريق ومخرج آمن، وعدم إشغال الرصيف.",
    "تهوية مناسبة وحوض غسيل، وتعليق الأسعار.",
    "لوحة كهرباء مؤمنة ومصدر مياه مستقل.",
)
_ANSWERS = (
    "تم رفع المخلفات اليوم وأدرج الشارع في دورة يومية.",
    "استبدلت لمبات الإنارة وأعيد التيار.",
    "حُرر محضر للمحل وأُنذر صاحبه، وتُتابع الحالة.",
    "أُصلح الكسر مع شركة المياه وأعيد الشيء لأصله.",
)
_ADDRESS_KEYS = ("site_address", "shop_address", "place", "staff_place")

Maker = Callable[[Random], Any]


def _one(*words: str) -> Maker:
    return lambda chance: chance.choice(words)


def _whole(low: int, high: int, step: int = 1) -> Maker:
    return lambda chance: str(chance.randrange(low, high + 1, step))


def _serial(prefix: str) -> Maker:
    return lambda chance: f"{prefix}-2026-{chance.randrange(1, 900):06d}"


_BY_KEY: dict[str, Maker] = {
    "accepted_area": _whole(40, 260, 5),
    "activity_described": _one("معرض أثاث", "مغسلة سيارات", "صالون حلاقة"),
    "allowed_coverage": _whole(60, 100, 5),
    "allowed_height": _whole(10, 36, 2),
    "answer": _one(*_ANSWERS),
    "area": _whole(12, 96, 4),
    "area_price": _whole(100, 800, 100),
    "building_permit": _serial("BP"),
    "built_area": _whole(90, 360, 10),
    "conditions": _one(*_CONDITIONS),
    "copies": _whole(1, 3),
    "demolished_area": _whole(60, 300, 10),
    "deposit_number": _serial("OC"),
    "details": _one(*_TROUBLES),
    "dwellings": _whole(2, 24),
    "engineer_name": _one(*_ENGINEERS),
    "engineer_number": _whole(20000, 160000),
    "existing_permit": _serial("BP"),
    "file_reference": lambda chance: f"دولاب {chance.randrange(1, 40)} / ملف {chance.randrange(100, 9000)}",
    "floors": _whole(1, 7),
    "height": _whole(4, 24),
    "inspection_report": _one(*_REPORTS),
    "measured_area": _whole(12, 160, 4),
    "meters": _whole(1, 6),
    "months": _whole(1, 6),
    "motors": lambda chance: chance.random() < 0.4,
    "occupied": lambda chance: False,
    "occupied_area": _whole(4, 40, 2),
    "old_number": _whole(100, 4000),
    "order_number": lambda chance: f"{chance.randrange(1, 90)} لسنة 2026",
    "outside_reason": _one("مخزن زراعي بجوار الأرض", "توسعة منزل قائم في القرية"),
    "part_described": _one("الدور الأرضي والأول", "البدروم والأرضي"),
    "pavement_width": _whole(1, 6),
    "permit_number": _serial("BP"),
    "permit_year": _whole(1975, 2024),
    "pipe_length": _whole(2, 30),
    "plot_area": _whole(90, 400, 10),
    "price_per_metre": _whole(100, 800, 100),
    "referred_to": _one("إدارة البيئة", "إدارة التنظيم", "إدارة الإشغالات", "إدارة الكهرباء والإنارة"),
    "seats": _whole(6, 60, 2),
    "setbacks": _one("ردود خلفي 3 أمتار", "دون ردود أمامي", "بروز لا يجاوز مترًا"),
    "sheets": _whole(1, 8),
    "shop_licence": _serial("SL"),
    "sign_area": _whole(1, 24),
    "sign_height": _whole(2, 16),
    "sign_text": _one(*_SHOPS),
    "site_area": _whole(80, 600, 10),
    "storeys": _whole(1, 5),
    "street_width": _whole(4, 30),
    "tax_card": lambda chance: (
        f"{chance.randrange(100, 800)}-{chance.randrange(100, 999)}-{chance.randrange(100, 999)}"
    ),
    "trade_name": _one(*_SHOPS),
    "validity_statement": _serial("SV"),
    "violation_area": _whole(40, 260, 20),
    "workers": _whole(0, 9),
    "works_value": _whole(200_000, 6_000_000, 100_000),
    "year_built": _whole(1900, 1975),
    "years": _whole(1, 3),
}


def replies(fields: tuple[Field, ...], chance: Random, today: date) -> dict[str, Any]:
    """An answer to every field, those that turn out hidden included: reading the form drops them."""
    return {field.key: _reply(field, chance, today) for field in fields}


def _reply(field: Field, chance: Random, today: date) -> Any:
    if field.key in _BY_KEY:
        return _BY_KEY[field.key](chance)
    if field.key in _ADDRESS_KEYS:
        return f"{chance.choice(_STREETS)} {chance.randrange(1, 180)}"
    return _BY_KIND[field.kind](field, chance, today)


def _choice(field: Field, chance: Random, today: date) -> str:
    return chance.choice(field.choices).key


def _many(field: Field, chance: Random, today: date) -> list[str]:
    keys = [choice.key for choice in field.choices]
    return sorted(chance.sample(keys, chance.randrange(1, len(keys) + 1)), key=keys.index)


def _day(field: Field, chance: Random, today: date) -> str:
    if field.key == "inspected_on":
        return today.isoformat()
    return (today - timedelta(days=chance.randrange(1, 400))).isoformat()


_BY_KIND: Mapping[str, Callable[[Field, Random, date], Any]] = {
    "choice": _choice,
    "many": _many,
    "date": _day,
    "yes_no": lambda field, chance, today: chance.random() < 0.3,
    "text": lambda field, chance, today: "كما ورد بالمستندات",
    "long_text": lambda field, chance, today: "كما ورد بالمستندات، ولا ملاحظات أخرى.",
    "plot": lambda field, chance, today: str(chance.randrange(1, 400)),
    "address": lambda field, chance, today: f"{chance.choice(_STREETS)} {chance.randrange(1, 180)}",
    "number": lambda field, chance, today: str(chance.randrange(1, 50)),
    "whole": lambda field, chance, today: str(chance.randrange(1, 10)),
    "money": lambda field, chance, today: str(chance.randrange(100, 1000, 50)),
}
