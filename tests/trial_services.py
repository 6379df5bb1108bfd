"""The two services of tests, taken into use beside the real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "services"
PERMIT: dict[str, Any] = {
    "trade_name": "بقالة النور",
    "shop_area": "48",
    "where": {"governorate": "04", "unit": "0402", "street": "شارع الجيش 14"},
    "rooms": [{"room_name": "المخزن", "room_area": "12"}],
}
EVERY_KIND: dict[str, Any] = {
    "trade_name": "مقهى النور",
    "shop_area": "120",
    "workers": "3",
    "opens_on": "2026-04-01",
    "serves_food": True,
    "menu": "شاي وقهوة",
    "activity": "shop",
    "where": "شارع الجيش 3",
    "plot": {"basin": "3", "block": "", "number": "14 ب"},
    "spot": "29.97, 32.55",
    "floors": [
        {"room_name": "الأرضي", "room_area": "70"},
        {"room_name": "الأول", "room_area": "50.5", "cellar": False},
    ],
    "person_id": "26001010400028",
}
PAPERS = ("lease", "health")


def load_trials() -> None:
    """Publish them; the shipped catalogue stays as it is."""
    from shubbak.catalogue.actions import load

    load(FOLDER)
