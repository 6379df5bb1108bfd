"""What people tell who come for a partner agency's service: civil status, traffic, notary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from shubbak.people.identifiers import parse_national_id

from .. import names
from ..persons import kin
from .setting import Setting
from .words import CAPITALS, DISTRICTS, address, weighted

_LETTERS = "أبجدرسصطعفقلمنهوي"
_ENGINES = {
    "private": (1000, 1300, 1500, 1600, 1800, 2000),
    "taxi": (1300, 1500, 1600),
    "truck": (2800, 4200),
    "bus": (2500, 2700),
    "motorcycle": (150, 200),
}
_MATTERS: dict[str, tuple[tuple[str, str], ...]] = {
    "property": (
        ("في بيع الشقة المملوكة لي وقبض ثمنها والتوقيع على عقدها النهائي", ""),
        ("في شراء قطعة أرض باسمي وتسجيلها بالشهر العقاري", ""),
    ),
    "collect": (
        ("في استلام شهادة تخرجي والتوقيع نيابة عني", "كلية التجارة"),
        ("في استلام بطاقتي التموينية وما يلزم من أوراق", "مكتب التموين"),
        ("في استلام طرد باسمي والتوقيع على إيصاله", "مكتب البريد"),
    ),
    "money": (("في صرف معاشي الشهري من البنك مدة سفري", ""), ("في قبض مستحقاتي لدى جهة عملي السابقة", "")),
    "marriage": (("في إبرام عقد زواجي بالمهر المتفق عليه", ""),),
    "other": (("في تمثيلي أمام إدارة المرور لإنهاء إجراءات سيارتي", ""), ("في متابعة طلب عداد الكهرباء", "")),
}


def plate(setting: Setting) -> str:
    """Letters, then digits."""
    letters = " ".join(setting.chance.sample(_LETTERS, 3))
    return f"{letters} {setting.chance.randrange(111, 9999)}"


def _birth_certificate(setting: Setting) -> dict[str, Any]:
    chance, district = setting.chance, setting.chance.choice(DISTRICTS[setting.governorate])
    first = setting.maybe(0.35)
    capacity = "relative" if first else weighted(chance, self=60, relative=33, agent=7)
    if first:
        born = setting.today - timedelta(days=chance.randint(4, 50))
    elif capacity == "self":
        born = parse_national_id(setting.person.number).birth
    else:
        born = date(1950, 1, 1) + timedelta(days=chance.randrange(25_000))
    return {
        "capacity": capacity,
        "concerned_name": names.citizen(chance, woman=setting.maybe(0.5)),
        "concerned_id": None,
        "born_on": born.isoformat(),
        "born_in": f"{chance.choice(('قسم', 'مركز'))} {district}",
        "mother_name": names.citizen(chance, woman=True),
        "first_time": first,
        "health_office": f"مكتب صحة {district}",
        "copies": str(chance.choice((1, 1, 2, 3))),
        "deliver_to": weighted(chance, window=80, post=20),
    }


def _driving_licence(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    return {
        "licence_number": f"{chance.choice(_LETTERS)} {chance.randrange(1000, 90_000)}",
        "traffic_unit": f"مرور {CAPITALS[setting.governorate]}",
        "licence_class": weighted(chance, private=86, motorcycle=14),
        "expires_on": setting.ago(-40, 150),
        "blood_group": weighted(chance, o_plus=40, a_plus=28, b_plus=18, ab_plus=6, o_minus=4, a_minus=2, b_minus=2),
        "glasses": setting.maybe(0.35),
        "moved": setting.maybe(0.2),
    }


def _vehicle_licence(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    kind = weighted(chance, private=68, taxi=10, motorcycle=10, truck=7, bus=5)
    return {
        "plate": plate(setting),
        "vehicle_kind": kind,
        "engine_cc": str(chance.choice(_ENGINES[kind])),
        "licence_expires_on": setting.ago(-30, 160),
        "years": str(chance.choice((1, 1, 2, 3))),
        "natural_gas": setting.maybe(0.6 if kind in ("taxi", "bus") else 0.1),
        "inspected_on": setting.ago(1, 12),
        "insurance_number": f"{chance.randrange(10**7, 10**8)}",
        "sale_banned": kind != "motorcycle" and setting.maybe(0.12),
        "capacity": weighted(chance, owner=85, agent=15),
    }


def _power_of_attorney(setting: Setting) -> dict[str, Any]:
    chance = setting.chance
    matter = weighted(chance, property=34, collect=24, money=20, other=18, marriage=4)
    agent, agent_id = kin(chance, setting.governorate)
    words, collect_from = chance.choice(_MATTERS[matter])
    ends = matter in ("money", "collect") and setting.maybe(0.6)
    return {
        "matter": matter,
        "matter_words": f"أوكله {words}.",
        "property_place": address(chance),
        "property_plot": None,
        "sum_limit": str(chance.randrange(20_000, 900_000, 10_000) if matter == "property" else 12_000),
        "collect_from": collect_from,
        "ends_on": setting.ahead(60, 400) if ends else None,
        "agent_name": agent,
        "agent_id": agent_id,
        "principals": str(chance.choice((1, 1, 1, 1, 2))),
    }


STORIES: dict[str, Callable[[Setting], dict[str, Any]]] = {
    "birth-certificate": _birth_certificate,
    "driving-licence-renewal": _driving_licence,
    "vehicle-licence-renewal": _vehicle_licence,
    "special-power-of-attorney": _power_of_attorney,
}
