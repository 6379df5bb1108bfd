"""Words that answers are made of, and how one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

STREETS = (
    "شارع الجيش", "شارع النصر", "شارع الشهداء", "شارع أحمد عرابي", "شارع سعد زغلول", "شارع الجمهورية", "طريق ناصر",
    "شارع الكورنيش", "شارع المدارس", "حارة المسجد", "شارع بورسعيد", "شارع 26 يوليو", "شارع المحطة", "شارع السوق",
)  # fmt: skip
SHOPS = ("كافيه المينا", "بقالة الأمانة", "مكتبة القلم", "ورشة الإخلاص", "مخبز الصباح", "صيدلية الشفاء",
         "ملابس الأناقة", "هواتف الرواد", "زهور الربيع", "مطعم أولاد البلد")  # fmt: skip
CAPITALS = {"04": "السويس", "18": "دمنهور", "13": "الزقازيق"}
DISTRICTS = {
    "04": ("السويس", "الأربعين", "عتاقة", "فيصل", "الجناين"),
    "18": ("دمنهور", "كفر الدوار", "رشيد", "أبو حمص", "إيتاي البارود"),
    "13": ("الزقازيق", "بلبيس", "منيا القمح", "فاقوس", "أبو كبير"),
}
"""Places of a governorate as people name them."""

Maker = Callable[[Random], Any]


def one(*words: str) -> Maker:
    """One of these."""
    return lambda chance: chance.choice(words)


def whole(low: int, high: int, step: int = 1) -> Maker:
    """A number from low to high."""
    return lambda chance: str(chance.randrange(low, high + 1, step))


def serial(prefix: str) -> Maker:
    """The number of a paper of a series."""
    return lambda chance: f"{prefix}-2026-{chance.randrange(1, 900):06d}"


def address(chance: Random) -> str:
    """A street and a number."""
    return f"{chance.choice(STREETS)} {chance.randrange(1, 180)}"


def weighted(chance: Random, **weights: int) -> str:
    """One of the names, by its weight; `_` stands for a hyphen."""
    return chance.choices(tuple(weights), tuple(weights.values()))[0].replace("_", "-")
