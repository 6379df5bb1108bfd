"""What people tell who come to a district, a town or a new city."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from shubbak.people.identifiers import parse_national_id

from .. import names
from ..persons import numbered
from .setting import Setting
from .words import address, serial, weighted

_TROUBLES = {
    "building": ("أعمال بناء ليلًا دون لافتة ترخيص.", "دور مخالف يُبنى فوق العقار المجاور."),
    "shop": ("محل أسفل العقار يعمل بعد منتصف الليل وصوته مرتفع.", "مطعم يلقي مخلفاته في مدخل العمارة."),
    "road": ("إشغال الرصيف ببضائع فلا يجد المارة طريقًا.", "حفرة في نهر الطريق بعد أعمال لم يُعَد رصفها."),
    "cleaning": ("تراكم القمامة أمام المدرسة منذ أسبوع ولم تُرفع.", "صندوق القمامة مكسور والمخلفات حوله."),
    "lighting": ("عمود الإنارة أمام العقار مطفأ والشارع مظلم ليلًا.",),
    "utilities": ("كسر في ماسورة المياه أغرق الشارع.", "بالوعة بلا غطاء أمام مدخل المدرسة."),
}
_LIGHTS = {"out": 55, "new": 20, "day": 10, "live": 9, "leaning": 6}
_PURPOSES = {
    "person": (("bank", "البنك الأهلي المصري"), ("travel", "صندوق التأمين الاجتماعي")),
    "shop": (("sale", "الشهر العقاري"), ("renewal", "مركز تراخيص المحال العامة")),
    "land": (("sale", "الشهر العقاري"), ("bank", "البنك الزراعي المصري")),
    "tender": (("bidding", "مديرية الإسكان والمرافق"), ("bidding", "مديرية الطرق والنقل")),
}
_TENDERS = ("توريد أعمدة إنارة", "رصف شوارع داخلية", "صيانة مدارس", "توريد صناديق قمامة")
_GROCERS = ("بدال الحاج سيد", "بدال أبو أحمد", "جمعيتي المحطة", "بقالة التموين بشارع السوق")
_FAULTS = (
    ("bath", "تسريب أسفل الحوض"),
    ("hall", "بلاطة مكسورة"),
    ("kitchen", "باب لا يغلق"),
    ("bedroom", "شرخ شعري بجوار الشباك"),
    ("outside", "مصباح السلم لا يعمل"),
)  # fmt: skip


def _complaint(setting: Setting) -> dict[str, Any]:
    subject = setting.chance.choice(tuple(_TROUBLES))
    dangerous = subject in ("road", "utilities") and setting.maybe(0.5)
    return {"subject": subject, "details": setting.chance.choice(_TROUBLES[subject]), "dangerous": dangerous}


def _shop_notification(setting: Setting) -> dict[str, Any]:
    return {"opening_on": setting.ahead(1, 25)}


def _clearance(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    firm = setting.person.kind == "organisation"
    about = weighted(chance, tender=55, shop=25, land=20) if firm else weighted(chance, person=40, shop=35, land=25)
    purpose, addressed_to = chance.choice(_PURPOSES[about])
    return {
        "about": about,
        "licence_number": serial("SL")(chance),
        "land_parcel": {"basin": "حوض الرمل", "block": "", "number": str(chance.randrange(1, 400))},
        "tender_name": chance.choice(_TENDERS),
        "addressed_to": addressed_to,
        "purpose": purpose,
        "up_to": (setting.today.replace(day=1) - timedelta(days=1)).isoformat(),
        "urgent": setting.maybe(0.2),
        "copies": str(chance.choice((1, 1, 2))),
        "deliver_to": weighted(chance, window=85, post=15),
    }


def _street_light(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    return {
        "place_address": address(chance),
        "fault": weighted(chance, **_LIGHTS),
        "pole_number": f"{chance.randrange(1, 60)}/{chance.randrange(1, 40)}" if setting.maybe(0.4) else None,
        "lamps_out": str(chance.choice((1, 1, 2, 3, 5))),
        "cover_open": setting.maybe(0.15),
        "dark_length": str(chance.randrange(30, 200, 10)),
        "nearest_pole": str(chance.randrange(30, 90, 5)),
        "since": setting.ago(2, 40) if setting.maybe(0.8) else None,
        "near": weighted(chance, homes=60, school=20, crossing=12, hospital=8),
    }


def _newborns(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    born, twins = setting.today - timedelta(days=chance.randint(40, 600)), setting.maybe(0.12)
    children = [_child(setting, born, order) for order in range(2 if twins else 1)]
    persons = chance.randint(2, 5)
    return {
        "card_number": f"{chance.randrange(10**11, 10**12)}",
        "grocer": chance.choice(_GROCERS),
        "persons_now": str(persons),
        "children_now": str(persons - 2),
        "newborns": children,
        "monthly_income": str(chance.randrange(3000, 9000, 500)),
        "aid_recipient": setting.maybe(0.3),
    }


def _child(setting: Setting, born: date, order: int) -> dict[str, str]:
    girl, asker = setting.maybe(0.5), setting.person
    father = asker.name if parse_national_id(asker.number).sex == "male" else names.citizen(setting.chance, woman=False)
    name = setting.chance.choice(names.WOMEN if girl else names.MEN)
    child_id = numbered(born, setting.governorate, (2 if girl else 1) + 2 * order)
    return {"child_name": f"{name} {father}", "child_id": child_id, "born_on": born.isoformat()}


def _kiosk(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    goods = ("sweets", "papers", "phones", "flowers", "food")
    return {
        "priority": weighted(chance, poor=36, disability=26, widow=22, none=10, martyr=6),
        "dependants": str(chance.randint(1, 6)),
        "monthly_income": str(chance.randrange(1500, 6000, 250)),
        "goods": sorted(chance.sample(goods, chance.choice((1, 2, 2, 3))), key=goods.index),
        "length": chance.choice(("1.5", "2", "2", "2.5", "3")),
        "width": chance.choice(("1", "1.5", "2")),
        "pavement_width": chance.choice(("3", "3.5", "4", "5")),
        "power": setting.maybe(0.6),
    }


def _scaffolding(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    begins = setting.today + timedelta(days=chance.randint(6, 20))
    structure = weighted(chance, scaffold=68, hoarding=18, formwork=10, crane=4)
    works = "build" if structure == "formwork" else weighted(chance, paint=45, repair=40, build=15)
    return {
        "structure": structure,
        "works": works,
        "permit_number": serial("BP")(chance),
        "length": str(chance.randint(4, 20)),
        "depth": "3" if structure == "crane" else chance.choice(("0.8", "1", "1.2")),
        "height": str(chance.randrange(6, 30, 3)),
        "pavement_width": chance.choice(("2", "2.5", "3", "4")),
        "covered_way": setting.maybe(0.8),
        "power_lines": setting.maybe(0.25),
        "starts_on": begins.isoformat(),
        "ends_on": (begins + timedelta(days=chance.randint(9, 60))).isoformat(),
    }


def _allotment(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    basin, block = chance.choice(("الأول", "الثاني", "الثالث", "الرابع")), chance.randint(1, 9)
    return {
        "city_plot": {"basin": f"الحي {basin}", "block": f"المجاورة {block}", "number": str(chance.randint(1, 240))},
        "allotment_number": f"T-{chance.randrange(1000, 9000)}",
        "allotted_on": setting.ago(400, 2200),
    }


def _instalment(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    return {
        **_allotment(setting),
        "pays_for": weighted(chance, instalment=64, maintenance=18, water=12, early=6),
        "instalment_number": str(chance.randint(2, 28)),
        "fell_due_on": setting.ago(-20, 75),
        "maintenance_year": str(setting.today.year),
        "meter_number": f"{chance.randrange(10**7, 10**8)}",
        "instalments_left": str(chance.randint(4, 30)),
        "owner_union": setting.maybe(0.6),
    }


def _handover(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    faults = [{"room": room, "fault": fault} for room, fault in chance.sample(_FAULTS, chance.randint(1, 3))]
    return {
        **_allotment(setting),
        "project": weighted(chance, social=50, sakan=22, dar=18, janna=10),
        "block_number": str(chance.randint(1, 90)),
        "flat_number": str(chance.randint(1, 24)),
        "flat_area": str(chance.choice((75, 90, 90, 106, 115, 127))),
        "looked_before": setting.maybe(0.6),
        "faults": faults,
        "handover_day": setting.ahead(9, 30),
        "needs_ground": setting.maybe(0.06),
        "capacity": weighted(chance, owner=82, agent=12, heir=6),
    }


STORIES: dict[str, Callable[[Setting], dict[str, Any]]] = {
    "complaint": _complaint,
    "shop-notification": _shop_notification,
    "clearance-certificate": _clearance,
    "street-light-request": _street_light,
    "add-newborns-to-ration-card": _newborns,
    "kiosk-licence": _kiosk,
    "scaffolding-occupancy": _scaffolding,
    "new-city-instalment": _instalment,
    "new-city-unit-handover": _handover,
}
