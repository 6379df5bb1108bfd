"""Addresses among clean answers: whether the units and governorates they name exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shubbak.flow.answers import sayings
from shubbak.flow.definition import Field
from shubbak.kernel.refusal import Fault, NotThere
from shubbak.places import queries as places
from shubbak.places.queries.outlines import extent


def nowhere(fields: Iterable[Field], answers: Mapping[str, Any], at: str = "answers") -> Iterator[Fault]:
    """A fault for each address whose unit or governorate there is not; no statement where all of them are known."""
    for field in fields:
        value, here = answers.get(field.key), f"{at}.{field.key}"
        if field.kind == "address" and value and not _is_somewhere(value):
            yield Fault(here, "address_unit", sayings.ADDRESS_UNIT)
        elif field.kind == "group":
            for index, row in enumerate(value or ()):
                yield from nowhere(field.fields, row, f"{here}.{index}")


def _is_somewhere(address: Mapping[str, str]) -> bool:
    if not address["unit"]:
        return not address["governorate"] or extent(address["governorate"]) is not None
    try:
        return places.unit(address["unit"]).governorate == address["governorate"]
    except NotThere:
        return False
