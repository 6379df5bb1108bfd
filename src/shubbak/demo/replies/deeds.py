"""What those who work on a case write, where it would not be the same for every service."""

from __future__ import annotations

from .words import Maker, one, whole

_REFERENCE: dict[str, Maker] = {"agency_reference": lambda chance: f"{chance.randrange(1, 9000)} / 2026"}

DEEDS: dict[str, dict[str, Maker]] = {
    "birth-certificate": _REFERENCE,
    "driving-licence-renewal": _REFERENCE,
    "special-power-of-attorney": {"agency_reference": lambda chance: f"{chance.randrange(100, 6000)} أ لسنة 2026"},
    "vehicle-licence-renewal": {
        "amount_due": lambda chance: str(chance.choice((0, 0, 100, 150, 300, 450, 1200))),
        "months_late": lambda chance: str(chance.choice((0, 0, 0, 1, 2, 5))),
    },
    "kiosk-licence": {
        "minutes_summary": one(
            "عاينت اللجنة المكان، والرصيف يسمح بالكشك مع ترك ممر للمشاة، وتوصي بالموافقة.",
            "المكان بعيد عن التقاطع ومداخل العمارات، والحالة الاجتماعية ثابتة بالمستندات، وتوصي اللجنة بالموافقة.",
        ),
        "conditions": one("ترك متر ونصف للمشاة، وعدم عرض بضائع خارجه.", "طلاء الكشك باللون الموحد وعدم تغيير النشاط."),
    },
    "street-light-request": {
        "referred_to": one("قسم الإنارة العامة", "إدارة الكهرباء والإنارة"),
        "answer": one(
            "استبدلت اللمبات التالفة وأعيد التيار، والشارع مضيء الآن.",
            "أُغلق غطاء العمود وعُزلت الأسلاك بعد فصل التيار، ولا خطر منه الآن.",
            "أدرج العمود المطلوب في خطة الربع القادم بعد معاينة الشارع.",
        ),
        "poles_mended": whole(0, 5),
    },
    "governor-petition": {
        "referred_to": one("إدارة الشئون القانونية", "إدارة خدمة المواطنين", "مكتب السكرتير العام المساعد"),
        "answer": one(
            "طُلب رأي الجهة وتبينت صحة التظلم، وأعيد عرض الطلب على اللجنة المختصة بموعد يبلغ لك.",
            "بالبحث تبين أن القرار صدر وفق القانون، ويجوز لك الطعن عليه أمام القضاء الإداري.",
            "استُجيب للتظلم وسُحب القرار، وأُخطرت الجهة بالتنفيذ.",
        ),
    },
    "urgent-assistance": {
        "findings": one(
            "الأسرة تسكن غرفتين بالإيجار ولا دخل ثابت لها بعد الواقعة، وما ورد بالطلب صحيح.",
            "تمت زيارة المسكن وسؤال الجيران، والعائل عاجز عن العمل مؤقتًا، والحالة تستحق.",
        ),
        "ground_of_advice": one("دخل الأسرة يجاوز الحد المقرر للإعانة."),
    },
    "new-city-instalment": {
        "amount_due": lambda chance: str(chance.randrange(3000, 28000, 250)),
        "months_late": lambda chance: str(chance.choice((0, 0, 0, 1, 3))),
    },
    "new-city-unit-handover": {
        "faults_left": one("ضبط باب المطبخ، وإعادة دهان سقف الحمام.", "تسريب خفيف أسفل حوض المطبخ.", "لا ملاحظات."),
    },
}
