"""Each line says how it came about, in both languages, and nothing about the person."""

from __future__ import annotations

from typing import Any

import pytest

from shubbak.flow.fees import estimate
from shubbak.flow.words import Text

from .making import citizen, service

FIELDS = [
    {"key": "area", "label": {"ar": "المساحة", "en": "Area"}, "kind": "number", "unit": {"ar": "م²", "en": "m²"}},
    {"key": "months", "label": {"ar": "المدة", "en": "Months"}, "kind": "whole"},
    {"key": "income", "label": {"ar": "الدخل", "en": "Income"}, "kind": "money", "personal": True},
    {"key": "share", "label": {"ar": "النصيب", "en": "Share"}, "kind": "computed", "value": "income / 3"},
    {
        "key": "place",
        "label": {"ar": "الموقع", "en": "Place"},
        "kind": "choice",
        "choices": [{"key": k, "label": {"ar": k, "en": k}} for k in ("town", "village")],
    },
    {
        "key": "floors",
        "label": {"ar": "الأدوار", "en": "Floors"},
        "kind": "group",
        "fields": [
            {"key": "size", "label": {"ar": "المسطح", "en": "Size"}, "kind": "number"},
            {"key": "rent", "label": {"ar": "الإيجار", "en": "Rent"}, "kind": "money", "personal": True},
        ],
    },
]
ANSWERS = {"area": "80", "months": 12, "income": "900", "share": "300", "place": "town",
           "floors": [{"size": "40", "rent": "5000.00"}, {"size": "60.5"}]}  # fmt: skip
RATE = {
    "key": "metre",
    "label": {"ar": "الفئة", "en": "Rate"},
    "amount": "1500",
    "unit": {"ar": "جنيه/م²", "en": "pounds/m²"},
}


def rules(*lines: dict[str, Any], answers: dict[str, Any] = ANSWERS) -> list[Text | None]:
    full = [
        {"code": f"L{i}", "label": {"ar": f"بند {i}", "en": f"Line {i}"}, "settlement_code": "1", **line}
        for i, line in enumerate(lines)
    ]
    billing = service("c", {"c": citizen("done")}, fields=FIELDS, rates=[RATE], fee_sets={"due": {"lines": full}})
    return [line.rule for line in estimate(billing, "due", answers)[0]]


@pytest.mark.parametrize(
    ("amount", "ar", "en"),
    [
        ("50", "مبلغ ثابت", "A fixed amount"),
        ("area * 45", "المساحة 80 م² × 45", "Area 80 m² × 45"),
        ("area * metre", "المساحة 80 م² × الفئة 1,500 جنيه/م²", "Area 80 m² × Rate 1,500 pounds/m²"),
        ("2 * (area + months)", "2 × (المساحة 80 م² + المدة 12)", "2 × (Area 80 m² + Months 12)"),
        (
            "max(1000, area * 2)",
            "المساحة 80 م² × 2، بحد أدنى 1,000",
            "Area 80 m² × 2, at least 1,000",
        ),
        (
            "100 + min(40, area)",
            "100 + (المساحة 80 م²، بحد أقصى 40)",
            "100 + (Area 80 m², at most 40)",
        ),
        ("300 if area <= 50 else 600", "600 بحسب المساحة", "600 by Area"),
        ("area * (2 if place == 'town' else 1)", "المساحة 80 م² × (2 بحسب الموقع)", "Area 80 m² × (2 by Place)"),
        ("round(area / 7, 2)", "المساحة 80 م² ÷ 7 مقربًا", "Area 80 m² ÷ 7, rounded"),
        ("sum(each(floors, 'size'))", "إجمالي المسطح 100.5", "total Size 100.5"),
        ("len(floors) * 10", "عدد «الأدوار» 2 × 10", "number of “Floors” 2 × 10"),
        ("max(area, months)", "يُحسب من: المساحة، المدة", "Worked out from: Area, Months"),
    ],
)
def test_the_rule_of_an_amount(amount: str, ar: str, en: str) -> None:
    assert rules({"amount": amount}) == [Text(ar, en)]


@pytest.mark.parametrize(
    ("amount", "en"),
    [
        ("income * 2", "Income × 2"),
        ("share * 2", "Share × 2"),
        ("sum(each(floors, 'rent')) / 100", "total Rent ÷ 100"),
        ("10 if income > 500 else 5", "10 by Income"),
    ],
)
def test_what_is_a_persons_own_is_named_and_not_told(amount: str, en: str) -> None:
    """Neither is what was worked out from it."""
    (rule,) = rules({"amount": amount})
    assert rule is not None
    assert rule.en == en
    assert not any(figure in rule.ar for figure in ("900", "300", "5000", "5,000"))


def test_bands_slices_bounds_and_percentages() -> None:
    bands = [{"up_to": "50", "amount": "300"}, {"up_to": "150", "amount": "600"}, {"amount": "1000"}]
    slices = [{"up_to": "50", "amount": "2"}, {"amount": "metre"}]
    band, cut, tax = rules(
        {"amount": "600", "by": "area", "bands": bands},
        {"amount": "max(100, area)", "by": "area", "slices": slices, "at_least": "100"},
        {
            "amount": {"text": "x", "tree": ["/", ["name", "line L0"], ["number", "10"]]},
            "percent": "10",
            "of": ["L0"],
        },
    )
    assert band == Text("المساحة 80 م²: أكثر من 50 وحتى 150", "Area 80 m²: above 50, up to 150")
    assert cut == Text(
        "المساحة 80 م²: 50 × 2 + 30 × الفئة 1,500 جنيه/م²، بحد أدنى 100",
        "Area 80 m²: 50 × 2 + 30 × Rate 1,500 pounds/m², at least 100",
    )
    assert tax == Text("10% من بند 0 600", "10% of Line 0 600")
