"""What people tell who come to the seat of a governorate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import names
from ..persons import kin
from .at_agencies import plate
from .setting import Setting
from .words import CAPITALS, DISTRICTS, address, weighted

_OBJECTIONS = (
    (
        "local-unit",
        "رئاسة {district}",
        "property",
        "صدر قرار الإزالة على عقار مجاور برقم عقاري خطأ، وأطلب إعادة المعاينة.",
    ),
    ("local-unit", "رئاسة {district}", "licence", "رُفض طلب ترخيص المحل رغم استيفاء الاشتراطات، وأطلب إعادة عرضه."),
    ("directorate", "مديرية الطرق والنقل", "money", "تأخر صرف تعويض نزع الملكية أكثر من عام، وأطلب بيان موعده."),
    ("directorate", "مديرية التربية والتعليم", "work", "نُقلت إلى مدرسة بعيدة دون سبب، وأطلب إعادتي إلى مدرستي."),
    ("diwan", "إدارة أملاك الدولة", "property", "قُدر مقابل الانتفاع بأكثر من مثيله في الشارع، وأطلب إعادة تقديره."),
    ("committee", "لجنة تسكين الأكشاك", "licence", "استُبعد طلبي وأنا من ذوي الهمم ومعي ما يثبت ذلك، وأطلب إعادة بحثه."),
)
_NURSERIES = ("براعم المستقبل", "الفراشات", "عصافير الجنة", "بيت الطفل", "الأمل الصغير", "زهور الياسمين")
_AILMENTS = ("جلسات غسيل كلوي أسبوعية ومصاريف انتقال", "جراحة قلب مفتوح", "كسر بالساق وتركيب شريحة", "علاج أورام")
_PLACES_OF_CARS = (7, 14, 14, 14, 29)


def _petition(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    against, office, harm, grounds = chance.choice(_OBJECTIONS)
    return {
        "against": against,
        "office_named": office.format(district=chance.choice(DISTRICTS[setting.governorate])),
        "has_decision": harm in ("property", "licence") or setting.maybe(0.4),
        "decision_number": f"{chance.randrange(12, 900)} لسنة {setting.today.year}",
        "learned_on": setting.ago(4, 50),
        "harm": harm,
        "harm_parcel": None,
        "grounds": grounds,
        "stop_execution": harm == "property" and setting.maybe(0.7),
    }


def _nursery(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    area = chance.randrange(60, 220, 10)
    yard = setting.maybe(0.7)
    carers = ("head", "teacher", "teacher", "nurse", "helper", "teacher")[: chance.randint(3, 6)]
    return {
        "request": weighted(chance, new=70, renewal=30),
        "nursery_name": f"حضانة {chance.choice(_NURSERIES)}",
        "nursery_kind": "ngo" if setting.person.kind == "organisation" else weighted(chance, private=88, home=12),
        "nursery_place": address(chance),
        "storey": weighted(chance, ground=65, first=30, upper=5),
        "indoor_area": str(area),
        "has_yard": yard,
        "yard_area": str(chance.randrange(20, 120, 10)),
        "cameras": setting.maybe(0.8),
        "places": str(area // 2 // 5 * 5),
        "infants": setting.maybe(0.4),
        "staff": [{"staff_name": names.citizen(chance, woman=True), "staff_role": role} for role in carers],
    }


def _assistance(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    pension = setting.maybe(0.35)
    children = [{"member_age": str(chance.randint(1, 17)), "member_income": "0"} for _ in range(chance.randint(0, 4))]
    grown = {"member_age": str(chance.randint(28, 66)), "member_income": str(chance.randrange(0, 4500, 250))}
    return {
        "cause": weighted(chance, illness=40, death=18, debt=14, marriage=10, fire=8, birth=6, prison=4),
        "happened_on": setting.ago(3, 70),
        "illness_described": chance.choice(_AILMENTS),
        "damaged_home": address(chance),
        "newborns": str(chance.choice((2, 2, 3))),
        "debt_amount": str(chance.randrange(8_000, 90_000, 1_000)),
        "members": [grown, *children],
        "has_pension": pension,
        "pension_amount": str(chance.randrange(600, 2400, 50)),
        "wallet": setting.person.mobile if setting.maybe(0.7) else None,
    }


def _shared_taxi(setting: Setting) -> dict[str, Any]:
    chance, capital = setting.chance, CAPITALS[setting.governorate]
    kind = weighted(chance, centres=55, inside=35, outside=10)
    away = "القاهرة" if kind == "outside" else chance.choice(DISTRICTS[setting.governorate][1:])
    firm = setting.person.kind == "organisation"
    return {
        "plate": plate(setting),
        "seats": str(chance.choice(_PLACES_OF_CARS)),
        "made_in": str(chance.randint(2010, 2025)),
        "line_name": f"{capital} - {away}",
        "from_station": f"موقف {capital}",
        "to_station": f"موقف {away}",
        "line_kind": kind,
        "line_length": str({"inside": 9, "centres": 28, "outside": 120}[kind] + chance.randint(0, 20)),
        "driven_by": "driver" if firm or setting.maybe(0.4) else "owner",
        "driver_id": kin(chance, setting.governorate)[1],
        "months": weighted(chance, m6=30, m12=70),
    }


STORIES: dict[str, Callable[[Setting], dict[str, Any]]] = {
    "governor-petition": _petition,
    "nursery-licence": _nursery,
    "urgent-assistance": _assistance,
    "service-taxi-route": _shared_taxi,
}
