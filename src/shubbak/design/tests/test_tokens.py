"""The tokens keep WCAG's contrasts in both rooms, and the two ways into the dark room are one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parent.parent / "static" / "design" / "css"
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft", "nile", "brick") for ground in ("paper", "ground", "sunk")),
    *((tone, f"{tone}-soft", TEXT) for tone in ("sun", "palm", "brick", "nile")),
    *(("ink", f"{tone}-soft", TEXT) for tone in ("sun", "palm", "brick", "nile")),
    ("ink-soft", "sunk", TEXT),
    ("nile-strong", "paper", TEXT),
    ("sun", "paper", TEXT),
    ("palm", "paper", TEXT),
    ("on-nile", "nile", TEXT),
    ("on-nile", "nile-strong", TEXT),
    ("on-brick", "brick", TEXT),
    ("bar-ink", "bar", TEXT),
    ("bar-soft", "bar", TEXT),
    ("gold", "bar", SHAPE),
    *(("edge", ground, SHAPE) for ground in ("paper", "sunk")),
    *(("sun-edge", ground, SHAPE) for ground in ("paper",)),
    *(("ink", ground, SHAPE) for ground in ("paper", "ground")),
]


def rooms() -> dict[str, dict[str, str]]:
    text = (CSS / "tokens.css").read_text("utf-8")
    blocks = {
        "light": text[text.index(":root {") : text.index("@media")],
        "dark by the device": re.search(r":root:not\(\[data-theme=\"light\"\]\) {(.*?)\n  }", text, re.S)[1],
        "dark by choice": re.search(r":root\[data-theme=\"dark\"\] {(.*?)\n  }", text, re.S)[1],
    }
    return {name: dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", block)) for name, block in blocks.items()}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("room", ["light", "dark by the device", "dark by choice"])
def test_every_pair_can_be_read(room: str) -> None:
    tokens = rooms()[room]
    poor = [
        f"{fore} on {back}: {contrast(tokens[fore], tokens[back]):.2f}"
        for fore, back, least in PAIRS
        if contrast(tokens[fore], tokens[back]) < least
    ]
    assert poor == []


def test_the_dark_room_is_one_however_it_is_entered() -> None:
    found = rooms()
    assert found["dark by the device"] == found["dark by choice"]
    assert found["light"].keys() == found["dark by choice"].keys()


def test_no_rule_names_a_colour_that_is_not_a_token() -> None:
    allowed = {
        "#fff",
        "#ffffff",
        "#000",
        "#16242b",
        "#083c47",
        "#2f8f5b",
        "#999",
        "#333",
        "#666",
        "#ffffff26",
        "#ffffff1f",
    }
    for sheet in CSS.glob("*.css"):
        if sheet.name != "tokens.css":
            text = re.sub(r"url\(\".*?\"\)", "", sheet.read_text("utf-8"))
            colours = re.findall(r"[:\s](#[0-9a-f]{3,8})\b", text)
            assert set(colours) <= allowed, sheet.name
