"""What the country has: a file may name only departments, agencies, governorates and units that exist."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from shubbak.places.tree import read as read_facts

from .findings import Finding
from .guessing import did_you_mean
from .nodes import Node
from .parts import ServicePart

_SHAPES = {
    "governorate": 'Write the two digits of a governorate, such as "04".',
    "unit": 'Write a unit’s code from places/facts/local_units.csv, such as "0402".',
}


def strangers(part: ServicePart, whole: Node) -> Iterator[Finding]:
    """Departments, agencies and places that a service names and the country does not have."""
    named: list[tuple[tuple[str, ...], str, str]] = [(("department",), part.department, "department")]
    for key, step in part.flow.steps.items():
        if step.department is not None:
            named.append((("flow", "steps", key, "department"), step.department, "department"))
        if step.place.startswith("agency:"):
            named.append((("flow", "steps", key, "place"), step.place.removeprefix("agency:"), "agency"))
    for way, word, kind in named:
        known = _keys({"department": "departments", "agency": "agencies"}[kind])
        if word not in known:
            mend = did_you_mean(word, known) or f"Name one of {', '.join(known)}."
            yield whole.at(way).finding(f"There is no {kind} “{word}”.", mend)
    for key, rate in part.rates.items():
        for index in range(len(rate.overrides)):
            yield from strange_place(whole.at(("rates", key, "overrides", index)))
    for key in part.examples:
        named_unit = whole.at(("examples", key)).get("in")
        if named_unit is not None and str(named_unit.value) not in units():
            yield _unknown(named_unit, "unit", list(units()))


def strange_place(node: Node) -> Iterator[Finding]:
    """The `governorate` or `unit` below a node, when there is none of that code."""
    for kind, known in (("governorate", governorates()), ("unit", list(units()))):
        named = node.get(kind)
        if named is not None and str(named.value) not in known:
            yield _unknown(named, kind, known)


def _unknown(node: Node, kind: str, known: list[str]) -> Finding:
    near = did_you_mean(str(node.value), known) if len(str(node.value)) > 2 else ""
    return node.finding(f"There is no {kind} “{node.value}”.", near or _SHAPES[kind])


@cache
def governorates() -> list[str]:
    """The codes of the governorates."""
    return [row["code"] for row in read_facts("governorates")]


@cache
def units() -> dict[str, tuple[str, str]]:
    """Every unit that offers services, by code: its governorate and its kind (a governorate's seat is `04S1`)."""
    found = {row["code"]: (row["governorate"], row["kind"]) for row in read_facts("local_units")}
    for code in governorates():
        found |= {code: (code, "governorate"), f"{code}S1": (code, "seat")}
    return found


@cache
def _keys(name: str) -> tuple[str, ...]:
    return tuple(row["key"] for row in read_facts(name))
