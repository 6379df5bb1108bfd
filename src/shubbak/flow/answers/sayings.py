"""What is said of an answer that does not fit, in both languages, always with how to mend it."""

from __future__ import annotations

from typing import Any

from ..words import Text

REQUIRED = Text("هذه الخانة مطلوبة.", "This answer is needed.")
UNKNOWN = Text("لا توجد خانة بهذا الاسم في هذه الخدمة.", "This service has no field of this name.")
TEXT = Text("اكتب نصًّا.", "Write a text.")
TOO_LONG = Text("النص أطول من {n} حرف؛ اختصره.", "The text is longer than {n} characters; shorten it.")
TOO_SHORT = Text("النص أقصر من {n} حرف؛ أكمله.", "The text is shorter than {n} characters; complete it.")
NUMBER = Text("اكتب رقمًا، مثل 120 أو 75.5.", "Write a number, such as 120 or 75.5.")
TOO_SMALL = Text("أقل قيمة مقبولة {n}.", "The smallest value is {n}.")
TOO_LARGE = Text("أكبر قيمة مقبولة {n}.", "The largest value is {n}.")
WHOLE = Text("اكتب رقمًا صحيحًا بلا كسور.", "Write a whole number, without a fraction.")
MONEY = Text("اكتب المبلغ بالجنيه وبخانتين عشريتين على الأكثر.", "Write pounds, with two decimals at most.")
DATE = Text("اكتب التاريخ مثل 2026-03-01 أو 1/3/2026.", "Write the date like 2026-03-01 or 1/3/2026.")
DATE_RANGE = Text("اختر تاريخًا بين {a} و{b}.", "Choose a date between {a} and {b}.")
YES_NO = Text("أجب بنعم أو لا.", "Answer yes or no.")
CHOICE = Text("اختر من القائمة.", "Choose from the list.")
NATIONAL_ID = Text(
    "الرقم القومي 14 رقمًا يبدأ بـ 2 أو 3؛ راجع البطاقة.",
    "A national id is 14 digits, 2 or 3 first; check the card.",
)
MOBILE = Text(
    "رقم المحمول 11 رقمًا يبدأ بـ 010 أو 011 أو 012 أو 015.", "A mobile is 11 digits: 010, 011, 012 or 015 first."
)
ARABIC = Text("اكتب بحروف عربية.", "Write it in Arabic letters.")
FILE = Text("أرفق الملف من هذه الخانة.", "Attach the file here.")
EARLIER = Text(
    "اكتب الرقم كما طُبع على الإيصال أو الرخصة، مثل SL-0402-2026-00004.",
    "Write the number as printed on the slip or the licence, like SL-0402-2026-00004.",
)
ADDRESS = Text(
    "اكتب الشارع والرقم، والوحدة المحلية إن لزم.", "Write the street and number, and the local unit if needed."
)
ADDRESS_UNIT = Text("اختر المحافظة والوحدة المحلية من القائمة.", "Choose the governorate and local unit from the list.")
PARCEL = Text(
    "اكتب رقم القطعة، ومعه الحوض والمربع إن وُجدا.", "Write the plot’s number, with its basin and block if it has them."
)
POINT = Text(
    "اكتب خط العرض ثم خط الطول، مثل 29.97, 32.55.", "Write the latitude and then the longitude, like 29.97, 32.55."
)
POINT_ABROAD = Text(
    "النقطة خارج مصر؛ خط العرض أولًا ثم خط الطول.", "The point is outside Egypt; latitude comes first, then longitude."
)
ROWS = Text("أضف صفًّا لكل واحد.", "Add a row for each.")
TOO_FEW = Text("أضف {n} على الأقل.", "Add at least {n}.")
TOO_MANY = Text("الحد الأقصى {n}؛ احذف ما زاد.", "At most {n}; take some away.")
EMAIL = Text("اكتب البريد الإلكتروني مثل name@example.com.", "Write the e-mail like name@example.com.")


def filled(said: Text, **values: Any) -> Text:
    """A saying with its gaps filled, in both languages."""
    return Text(said.ar.format(**values), said.en.format(**values))
