"""Answers as people type them and browsers send them: right, wrong, empty, in either script, at the edges."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.expressions.closed import nodes

_NUMBERS = (
    "0", "1", "3", "3.5", "7", "12.345678", "٢٥", "١٢٠٫٥", "1,250.50", "١٬٢٥٠", "-4", "+9", "1e2", "0.0000001", "٫5",
    "1_000", "15.", ".5", "999999999999999", "1000000000000000", "abc", "12 m", "NaN", "",
    "1e999999999", "١e٩٩٩٩٩٩٩٩٩", "-1e301", "0e400", "0e300", "1e-400", "1e-300", "१२", "9" * 400, "1e0000000003",
)  # fmt: skip
_DAYS = (
    "2026-03-01", "01/03/2026", "1.3.2026", "٠١/٠٣/٢٠٢٦", "2026-02-30", "2024-02-29", "2025-12-31", "2027-01-01",
    "20260301", "2026-W10-1", "2026-W53", "2020-W53-7", "9999-12-31", "0001-01-01", "31/4/2026", "soon", "",
)  # fmt: skip
_TEXTS = (
    "a", "b", "12", "120.50", "-0", "2026-03-01", "شارع الجيش 3", "ab", "  spaced  ", "é", "😀😀", "Latin حرف",
    "سطر\r\nثان", "نعم", "citizen", "أحمد ـ", "٣", "x" * 13, "\x1fend\x85", "",
    "A\u202eB\u2066C\u0007\u200b", "\u202e", "\u3164\ufeff", "می\u200cخواهم \u200c",
    "سطر\rثان\u2028\t", "e\u034f\u0301\U0001fffe",
)  # fmt: skip
_POOLS: dict[str, tuple[Any, ...]] = {
    "number": _NUMBERS,
    "whole": _NUMBERS,
    "money": _NUMBERS,
    "date": _DAYS,
    "yes_no": ("yes", "no", "نعم", "لا", "on", "maybe", ""),
    "national_id": ("28503150100019", "٢٨٥٠٣١٥٠١٠٠٠١٩", "2850315 0100019", "18503150100019", "285", ""),
    "mobile": ("01012345678", "+20 101 234 5678", "(010) 1234-5678", "٠١٠١٢٣٤٥٦٧٨", "0131234", ""),
    "email": ("a@b.eg", "a@b", "a b@c.de", ""),
    "file": ("0192f7a8-1c2d-7e3f-8a4b-5c6d7e8f9a0b", "no-file", ""),
    "earlier": ("SL-0402-2026-00004", "sl–0402–2026–00004", "٠٤٠٢-2026", "SL", "with space-1", ""),
    "computed": ("99", ""),
    "point": (
        {"lat": "29.97", "lng": "32.55"}, {"lat": "٢٩٫٩٧", "lng": "٣٢٫٥٥"}, {"lat": "32.55", "lng": "29.97"},
        {"lat": "29.9712345678", "lng": "3.255e1"}, {"lat": "", "lng": ""}, {"lat": "x", "lng": "1"}, "29.97, 32.55",
        {"lat": "1e999999999", "lng": "0e999999999"}, {"lat": "29.97", "lng": "1e-400"}, "1e400, 32.5",
    ),
    "parcel": (
        {"basin": "3", "block": "", "number": "14 ب"}, {"basin": "3", "block": "2", "number": ""}, "14",
        {"basin": "\u202e", "block": "\t", "number": "\u200f"}, {"basin": "3\u200f", "block": "", "number": "1\u200c"},
        {"basin": "x" * 61, "block": "", "number": "1"}, {"basin": "", "block": "", "number": ""},
    ),
    "address": (
        {"governorate": "04", "unit": "0402", "street": "شارع 5"}, {"governorate": "", "unit": "", "street": "ab"},
        {"governorate": "01", "unit": "0402", "street": "شارع"}, {"governorate": "04", "unit": "0402", "street": ""},
        {"governorate": "", "unit": "", "street": ""}, "شارع 9", {"governorate": "", "unit": "٠٤٠٢", "street": "xyz"},
        {"governorate": "०४", "unit": "०४०२", "street": "x"}, {"governorate": "04", "unit": "0402", "street": "\u202e"},
    ),
}  # fmt: skip


def interesting(service: ServiceDefinition) -> list[str]:
    """Numbers and texts that the service's own rules speak of, and their neighbours: where verdicts change."""
    found: set[str] = set()
    for tree in _trees(service):
        for node in nodes(tree):
            if node[0] == "number" and node[1].isdecimal():
                found |= {node[1], str(int(node[1]) + 1), str(max(0, int(node[1]) - 1))}
            elif node[0] == "text":
                found.add(node[1])
    return sorted(found)


def _trees(service: ServiceDefinition) -> Iterable[list[Any]]:
    for one in (*service.fields, *(row for f in service.fields for row in f.fields), *service.documents):
        yield from (rule.tree for rule in (one.when, one.required) if hasattr(rule, "tree"))
        if getattr(one, "value", None) is not None:
            yield one.value.tree
    for fee_set in service.fee_sets.values():
        for line in fee_set.lines:
            yield line.amount.tree
            yield from (rule.tree for rule in (line.when,) if rule is not None)


def answers(chance: Random, fields: Iterable[Field], likely: list[str]) -> dict[str, Any]:
    """An answer to most fields; some stay unanswered, as on any form."""
    return {field.key: answer(chance, field, likely) for field in fields if chance.random() < 0.85}


def answer(chance: Random, field: Field, likely: list[str]) -> Any:
    if field.kind == "group":
        rows = [answers(chance, field.fields, likely) for _ in range(chance.randint(0, 3))]
        return [row for row in rows if row]
    if field.kind in ("choice", "many"):
        return _chosen(chance, field)
    if likely and field.kind in ("number", "whole", "money", "text", "plot", "long_text") and chance.random() < 0.5:
        return chance.choice(likely)
    return chance.choice(_POOLS.get(field.kind, _TEXTS))


def _chosen(chance: Random, field: Field) -> Any:
    keys = [choice.key for choice in field.choices]
    if field.kind == "choice":
        return chance.choice([*keys, *keys, "", "none-of-these"])
    some = [key for key in keys if chance.random() < 0.5]
    return chance.choice([some, some, some, some[:1] or "", [*some, "none-of-these"]])
