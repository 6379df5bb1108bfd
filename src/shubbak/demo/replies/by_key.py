"""Answers by the key of their question, for questions that mean the same wherever they are asked."""

from __future__ import annotations

from .words import SHOPS, Maker, one, serial, whole

_ENGINEERS = ("مكتب الأفق الهندسي", "دار الهندسة الحديثة", "م. سامح رزق", "م. نهى الفقي", "مكتب البناء المتقن")
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
    "عاينت الإدارة المختصة المكان وأزيل سبب الشكوى، وتُتابع الحالة.",
    "حُرر محضر بالواقعة واتُّخذ الإجراء القانوني، وتُتابع الحالة حتى زوال سببها.",
    "انتقل المسئول إلى المكان واتُّفق على برنامج زمني للعمل، ويُعلن صاحب الشكوى عند انتهائه.",
)
BY_KEY: dict[str, Maker] = {
    "accepted_area": whole(40, 260, 5),
    "activity_described": one("معرض أثاث", "مغسلة سيارات", "صالون حلاقة"),
    "allowed_coverage": whole(60, 100, 5),
    "allowed_height": whole(10, 36, 2),
    "answer": one(*_ANSWERS),
    "area": whole(12, 96, 4),
    "area_price": whole(100, 800, 100),
    "building_permit": serial("BP"),
    "built_area": whole(90, 360, 10),
    "conditions": one(*_CONDITIONS),
    "copies": whole(1, 3),
    "demolished_area": whole(60, 300, 10),
    "deposit_number": serial("OC"),
    "dwellings": whole(2, 24),
    "engineer_name": one(*_ENGINEERS),
    "engineer_number": whole(20000, 160000),
    "existing_permit": serial("BP"),
    "file_reference": lambda chance: f"دولاب {chance.randrange(1, 40)} / ملف {chance.randrange(100, 9000)}",
    "floors": whole(1, 7),
    "height": whole(4, 24),
    "inspection_report": one(*_REPORTS),
    "measured_area": whole(12, 160, 4),
    "meters": whole(1, 6),
    "months": whole(1, 6),
    "motors": lambda chance: chance.random() < 0.4,
    "occupied": lambda chance: False,
    "occupied_area": whole(4, 40, 2),
    "old_number": whole(100, 4000),
    "order_number": lambda chance: f"{chance.randrange(1, 90)} لسنة 2026",
    "outside_reason": one("مخزن زراعي بجوار الأرض", "توسعة منزل قائم في القرية"),
    "part_described": one("الدور الأرضي والأول", "البدروم والأرضي"),
    "pavement_width": whole(1, 6),
    "permit_number": serial("BP"),
    "permit_year": whole(1975, 2024),
    "pipe_length": whole(2, 30),
    "plot_area": whole(90, 400, 10),
    "price_per_metre": whole(100, 800, 100),
    "referred_to": one("إدارة البيئة", "إدارة التنظيم", "إدارة الإشغالات", "إدارة الكهرباء والإنارة"),
    "seats": whole(6, 60, 2),
    "setbacks": one("ردود خلفي 3 أمتار", "دون ردود أمامي", "بروز لا يجاوز مترًا"),
    "sheets": whole(1, 8),
    "shop_licence": serial("SL"),
    "sign_area": whole(1, 24),
    "sign_height": whole(2, 16),
    "sign_text": one(*SHOPS),
    "site_area": whole(80, 600, 10),
    "storeys": whole(1, 5),
    "street_width": whole(4, 30),
    "tax_card": lambda chance: (
        f"{chance.randrange(100, 800)}-{chance.randrange(100, 999)}-{chance.randrange(100, 999)}"
    ),
    "trade_name": one(*SHOPS),
    "validity_statement": serial("SV"),
    "violation_area": whole(40, 260, 20),
    "workers": whole(0, 9),
    "works_value": whole(200_000, 6_000_000, 100_000),
    "year_built": whole(1900, 1975),
    "years": whole(1, 3),
}
