"""Definitions grown at random: every kind of field, conditions of every shape over what was asked before."""

from __future__ import annotations

from random import Random
from typing import Any

from shubbak.flow.definition import ServiceDefinition, read

WORDS = {"ar": "كلمة", "en": "word"}
FACTS = ("applicant_kind", "unit_kind", "today")
PLAIN = (
    "text", "long_text", "number", "whole", "money", "date", "yes_no", "choice", "many", "national_id", "mobile",
    "email", "plot", "arabic", "address", "parcel", "point", "file", "earlier", "computed",
)  # fmt: skip
NUMBERS = ("0", "1", "2", "3.5", "0.005", "0.1", "7", "14", "100", "12.345678", "99999.99", "1e3", "123456789012345")
TEXTS = (
    "a",
    "b",
    "c",
    "citizen",
    "district",
    "نعم",
    "شارع",
    "2026-03-01",
    "20260301",
    "2026-W10-1",
    "12",
    "",
    "é",
    "😀",
)
SIGNS = ("==", "!=", "<", "<=", ">", ">=")


def tree(chance: Random, names: list[str], groups: dict[str, list[str]], depth: int = 4) -> list[Any]:
    """A closed tree of any shape over the names."""
    if depth <= 0 or chance.random() < 0.25:
        return leaf(chance, names, groups)
    below = lambda: tree(chance, names, groups, depth - 1)  # noqa: E731
    kind = chance.choice(("and", "or", "not", "if", "compare", "compare", "compare", "in", "sum", "sign", "call"))
    if kind in ("and", "or"):
        return [kind, *(below() for _ in range(chance.randint(2, 3)))]
    if kind == "not":
        return [chance.choice(("not", "negative")), below()]
    if kind == "if":
        return ["if", below(), below(), below()]
    if kind == "compare":
        return ["compare", chance.choice(SIGNS), below(), below()]
    if kind == "in":
        group = ["list", *(below() for _ in range(chance.randint(0, 3)))] if chance.random() < 0.7 else below()
        return ["in", below(), group]
    if kind in ("sum", "sign"):
        return [chance.choice("+-*/%"), below(), below()]
    return call(chance, below, groups)


def leaf(chance: Random, names: list[str], groups: dict[str, list[str]]) -> list[Any]:
    """A name three times out of five, else a value."""
    if names and chance.random() < 0.6:
        return ["name", chance.choice(names)]
    if groups and chance.random() < 0.2:
        return each(chance, groups)
    shapes: tuple[list[Any], ...] = (
        ["number", chance.choice(NUMBERS)], ["text", chance.choice(TEXTS)], ["yes"], ["no"], ["none"],
    )  # fmt: skip
    return chance.choice(shapes)


def each(chance: Random, groups: dict[str, list[str]]) -> list[Any]:
    group = chance.choice(sorted(groups))
    return ["call", "each", ["name", group], ["text", chance.choice([*groups[group], "nothing"])]]


def call(chance: Random, below: Any, groups: dict[str, list[str]]) -> list[Any]:
    name = chance.choice(("min", "max", "sum", "round", "ceil", "len", "days", "year", "each"))
    if name == "each":
        return each(chance, groups) if groups else ["call", "len", below()]
    if name == "round":
        places = [["number", chance.choice(("0", "1", "2", "3"))], ["negative", ["number", "1"]], below()]
        return ["call", "round", below(), *([chance.choice(places)] if chance.random() < 0.6 else [])]
    if name in ("min", "max", "sum"):
        some = each(chance, groups) if groups and chance.random() < 0.4 else below()
        return ["call", name, some, *(below() for _ in range(chance.choice((0, 0, 1, 2))))]
    return ["call", name, below(), *([below()] if name == "days" else [])]


def expression(chance: Random, names: list[str], groups: dict[str, list[str]]) -> dict[str, Any]:
    return {"text": "grown", "tree": tree(chance, names, groups)}


def field(chance: Random, key: str, kind: str, names: list[str], groups: dict[str, list[str]]) -> dict[str, Any]:
    """A question with conditions over what stands before it."""
    made: dict[str, Any] = {"key": key, "label": WORDS, "kind": kind, "required": chance.random() < 0.5}
    if chance.random() < 0.5:
        made["when"] = expression(chance, names, groups)
    if chance.random() < 0.25 and kind != "computed":
        made["required"] = expression(chance, names, groups)
    if kind in ("choice", "many"):
        made["choices"] = [{"key": one, "label": WORDS} for one in "abc"]
    if kind == "computed":
        made["value"] = expression(chance, names, groups)
    if kind in ("number", "whole", "money") and chance.random() < 0.4:
        made |= {"minimum": "1", "maximum": "500.5"}
    if kind == "date" and chance.random() < 0.4:
        made |= {"minimum": "2025-01-01", "maximum": "2027-12-31"}
    if kind in ("text", "long_text", "arabic", "address") and chance.random() < 0.4:
        made |= {"minimum": "2", "maximum": "12"}
    return made


def group(chance: Random, key: str, names: list[str], groups: dict[str, list[str]]) -> dict[str, Any]:
    """A repeating group; its questions may depend on one another and on what stands before the group."""
    own = [f"{key}r{i}" for i in range(chance.randint(1, 4))]
    rows = [field(chance, one, chance.choice(PLAIN), [*names, *own[:i]], groups) for i, one in enumerate(own)]
    return field(chance, key, "group", names, groups) | {"fields": rows}


def service(chance: Random, number: int) -> ServiceDefinition:
    """A definition with up to ten questions, a group or two among them, papers and two fee sets."""
    names, groups, fields = list(FACTS), {}, []
    for at in range(chance.randint(2, 10)):
        key = f"q{at}"
        if chance.random() < 0.2:
            fields.append(group(chance, key, names, groups))
            groups = {**groups, key: [row["key"] for row in fields[-1]["fields"]]}
        else:
            fields.append(field(chance, key, chance.choice(PLAIN), names, groups))
        names = [*names, key]
    rule = lambda: expression(chance, names, groups)  # noqa: E731
    papers = [
        {"key": f"p{i}", "name": WORDS, "when": rule(), "required": chance.choice((True, False, rule()))}
        for i in range(3)
    ]
    lines = [_line(f"c{i}", amount=rule(), when=rule()) for i in range(3)]
    both = ["+", ["name", "line c0"], ["name", "line c1"]]
    tax = {"text": "14 %", "tree": ["*", both, ["number", "0.14"]]}
    return read(
        _whole(f"grown-{number}", fields, papers, [_line("t", percent="14", of=["c0", "c1"], amount=tax), *lines])
    )


def _line(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "label": WORDS, "settlement_code": "1", **more}


def _whole(key: str, fields: list[Any], papers: list[Any], lines: list[Any]) -> dict[str, Any]:
    steps = {
        "pay": {"name": WORDS, "kind": "payment", "fee_set": "first", "next": "done", "role": "cashier"},
        "done": {"name": WORDS, "kind": "end", "ends": "closed"},
    }
    return {
        "key": key, "name": WORDS, "summary": WORDS, "department": "organisation", "law": {"title": WORDS},
        "offered_by": ["district"], "channels": ["window"], "applicants": ["citizen"], "fields": fields,
        "documents": papers, "fee_sets": {"first": {"lines": lines}}, "flow": {"start": "pay", "steps": steps},
    }  # fmt: skip
