"""Answers that fit: those of a service's own examples, and made ones for what is asked later."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from shubbak.catalogue.exports.written import File
from shubbak.catalogue.reading.country import units
from shubbak.flow.answers import check_fields, visible_fields
from shubbak.flow.definition import Field, ServiceDefinition
from tests import cast

DAY = date(2026, 3, 1)  # a working day, for examples that name none
UPLOAD = "00000000-0000-7000-8000-000000000000"  # stands for a file until one is handed in
EARLIER = "SL-0402-2026-00001"  # stands for the number of an earlier case until there is one
_UNITS = {"district": cast.DISTRICT, "seat": cast.SEAT, "governorate": cast.GOVERNORATE}
_TRUE = {"yes": True, "no": False, "true": True, "false": False}
_PLAIN: dict[str, Any] = {
    "yes_no": True,
    "national_id": cast.national_id(7000),
    "mobile": "01000000077",
    "email": "somebody@example.com",
    "address": "شارع الجيش 14",
    "parcel": "14 ب",
    "plot": "14 ب",
    "point": "29.97, 32.55",
    "file": UPLOAD,
    "earlier": EARLIER,
    "arabic": "سعاد محمود إبراهيم",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request as somebody makes it: who, where, when, with which answers; `example` names where it came from."""

    example: str
    applicant: str
    unit: str
    kind: str
    day: date
    answers: dict[str, Any]

    def facts(self) -> dict[str, Any]:
        """What the case knows of itself beside the answers."""
        return {
            "applicant_kind": self.applicant,
            "unit_kind": self.kind,
            "unit": self.unit,
            "governorate": units()[self.unit][0],
            "submitted_on": self.day,
            "today": self.day,
        }


def requests(service: ServiceDefinition, file: File) -> list[Request]:
    """Each example's request, at the place it names or at the first that offers the service."""
    return [_request(service, name, example) for name, example in file.examples.items()]


def _request(service: ServiceDefinition, name: str, example: dict[str, Any]) -> Request:
    wanted = example.get("unit") or service.offered_by[0]
    unit = str(example.get("in") or _UNITS.get(wanted) or next(c for c, (_, kind) in units().items() if kind == wanted))
    day = date.fromisoformat(example["on"]) if example.get("on") else DAY
    return Request(name, example.get("applicant", "citizen"), unit, units()[unit][1], day, sent(example["answers"]))


def sent(value: Any) -> Any:
    """Answers as the API takes them."""
    if isinstance(value, dict):
        return {key: sent(member) for key, member in value.items()}
    if isinstance(value, list):
        return [sent(member) for member in value]
    return str(value) if isinstance(value, Decimal) else value


def written_answers(words: list[str]) -> dict[str, Any]:
    """`price=200 fits=yes` of an example's walk."""
    pairs = (word.partition("=") for word in words)
    return {key: _TRUE.get(value, value) for key, _, value in pairs}


def filled(
    service: ServiceDefinition, fields: tuple[Field, ...], given: Mapping[str, Any], facts: Mapping[str, Any]
) -> dict[str, Any]:
    """`given`, and an answer for every question that is still missing; the result passes the check.

    AssertionError names the questions that no made answer fits.
    """
    answers, asked = dict(given), replace(service, fields=fields)
    for _ in range(len(fields) + 1):
        faults = [fault for fault in check_fields(fields, answers, facts)[1] if fault.code == "required"]
        if not faults:
            break
        for field in visible_fields(asked, answers, facts):
            if field.key not in answers and any(fault.at == f"answers.{field.key}" for fault in faults):
                answers[field.key] = made(field, facts)
    faults = check_fields(fields, answers, facts)[1]
    assert not faults, f"{service.key}: no answer fits {[(fault.at, fault.code) for fault in faults]}"
    return answers


def made(field: Field, facts: Mapping[str, Any]) -> Any:
    """An answer to one question."""
    if field.kind in _PLAIN:
        return _PLAIN[field.kind]
    if field.kind in ("number", "whole", "money"):
        return _between(field)
    if field.kind == "date":
        return max(str(facts["today"]), field.minimum or "")
    if field.kind in ("choice", "many"):
        first = field.choices[0].key
        return first if field.kind == "choice" else [first]
    if field.kind == "group":
        row = {inner.key: made(inner, facts) for inner in field.fields if inner.kind != "computed"}
        return [row] * int(field.minimum or 1)
    return "بيان مكتوب في أثناء التجربة"[: int(field.maximum or 500)].ljust(int(field.minimum or 0), "ا")


def variants(field: Field, facts: Mapping[str, Any]) -> Iterator[Any]:
    """Answers that a condition may tell apart."""
    if field.kind == "choice":
        yield from (choice.key for choice in field.choices)
    elif field.kind == "many":
        yield from ([choice.key] for choice in field.choices)
    elif field.kind == "yes_no":
        yield from (True, False)
    elif field.kind in ("number", "whole", "money"):
        low, high = Decimal(field.minimum or 0), Decimal(field.maximum or 10**6)
        found = {low, high, min(high, low + 1), *(low + (high - low) / part for part in (2, 10, 100, 1000))}
        yield from (
            str(value.to_integral_value()) for value in sorted(found) if low <= value.to_integral_value() <= high
        )
    else:
        yield made(field, facts)


def varied(service: ServiceDefinition, request: Request, names: Collection[str]) -> Iterator[Request]:
    """The same request with one of these questions answered otherwise, where that still fits."""
    for field in service.fields:
        if field.key in names and field.kind != "computed":
            for value in variants(field, request.facts()):
                if value != request.answers.get(field.key):
                    try:
                        answers = filled(
                            service, service.fields, {**request.answers, field.key: value}, request.facts()
                        )
                    except AssertionError:
                        continue
                    yield replace(request, example=f"{request.example}, {field.key}={value}", answers=answers)


def _between(field: Field) -> str:
    low, high = Decimal(field.minimum or 0), Decimal(field.maximum or 10**6)
    return str(min(high, max(low, Decimal(20))))
