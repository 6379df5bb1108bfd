"""Believable Egyptian names, put together by chance: nobody in particular."""

from __future__ import annotations

from random import Random


def _words(text: str) -> list[str]:
    return text.split()


MEN = _words(
    """
    أحمد محمد محمود مصطفى إبراهيم يوسف عمر علي حسن حسين خالد كريم طارق سامح هشام ياسر عادل رامي شريف وائل مجدي
    عصام أشرف جمال سيد رضا صبري فتحي رجب شعبان رمضان ماهر نبيل عماد أسامة باسم تامر حازم زياد مدحت ممدوح منير ناصر
    وجيه جرجس مينا بيشوي كيرلس بطرس عزت لطفي حمدي فاروق نادر
    """
)
WOMEN = _words(
    """
    فاطمة زينب مريم سعاد هدى نادية سلوى عزة منى هالة رانيا دينا نهى إيمان أميرة شيماء هبة دعاء سمر ياسمين أسماء
    آية نورهان سحر غادة لمياء ماجدة نجلاء وفاء كريمة صباح سميرة عبير رحاب رشا ريهام مروة ميرفت إنجي كرستين ماريان
    إيرين سارة جيهان نوال أمل سناء ثريا حنان عواطف
    """
)
FAMILIES = _words(
    """
    الشرقاوي البدري المنوفي الصعيدي السويسي الدمنهوري النجار الحداد العطار الجندي الفقي الشاذلي عبدالسلام منصور
    سالم غنيم شاهين عمران رزق حنا عطية بدوي زهران الغمري الكومي الديب العشري أبوزيد الطنطاوي خليل سليمان درويش
    مرسي حجازي الخولي البنا السقا القاضي الشيخ فرج نصار صقر حماد راشد ضيف مكاوي هلال قنديل زيدان العربي شلبي عامر
    الباز طلبة
    """
)
_DIVINE = ("الرحمن", "العزيز", "الحميد", "الفتاح", "الناصر", "المنعم", "الله", "الغني", "الرازق", "الهادي")
_TRADES = ("للمقاولات", "للتوريدات", "للتجارة", "للاستثمار العقاري", "للصناعات الغذائية", "للنقل", "للدعاية والإعلان")
_FIRMS = (
    "النور",
    "الأمل",
    "خليج السويس",
    "الدلتا",
    "وادي النيل",
    "الفجر",
    "المستقبل",
    "الأهرام",
    "القناة",
    "الياسمين",
    "الواحة",
)
_FOREIGN = (
    "Samir Haddad", "Elena Rossi", "Yusuf Demir", "Maria Papadopoulou", "Omar Al-Hassan", "Li Wei", "Anna Kowalska",
    "Khalid Bashir", "Rania Khoury", "Ahmed Osman Idris",
)  # fmt: skip


def _man(chance: Random) -> str:
    return f"عبد {chance.choice(_DIVINE)}" if chance.random() < 0.12 else chance.choice(MEN)


def citizen(chance: Random, *, woman: bool) -> str:
    """Own name, father's, grandfather's and family's."""
    own = chance.choice(WOMEN) if woman else _man(chance)
    return f"{own} {_man(chance)} {_man(chance)} {chance.choice(FAMILIES)}"


def organisation(chance: Random) -> str:
    """A firm."""
    return f"شركة {chance.choice(_FIRMS)} {chance.choice(_TRADES)}"


def foreigner(chance: Random) -> str:
    """A name as a passport writes it."""
    return chance.choice(_FOREIGN)
