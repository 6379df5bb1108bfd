"""The two trees grown from `facts/*.csv`: local government under EG, outside agencies under AG. Touches no database."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from .models import Department, Governorate, Unit, UnitKind

FACTS = Path(__file__).parent / "facts"
Rows = list[dict[str, str]]


def read(name: str) -> Rows:
    """The rows of one facts file."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def every_unit() -> list[Unit]:
    """Every unit, each after its parent."""
    return [*_government(), *_agencies()]


def every_governorate() -> list[Governorate]:
    """What is known of each governorate beside its unit."""
    keys = ("iso", "capital_ar", "capital_en", "region_ar")
    return [Governorate(unit_id=row["code"], **{key: row[key] for key in keys}) for row in read("governorates")]


def every_department() -> list[Department]:
    """Every department that a step or a grant may name."""
    return [Department(**row) for row in read("departments")]


def _government() -> Iterator[Unit]:
    yield _root("EG", "جمهورية مصر العربية", "Arab Republic of Egypt")
    for row in read("governorates"):
        yield from _governorate(row)
    for row in read("local_units"):
        gov, kind = row["governorate"], UnitKind(row["kind"])
        yield _below(gov, f"EG/{gov}/", row["code"], kind, (row["name_ar"], row["name_en"]), gov)


def _governorate(row: dict[str, str]) -> Iterator[Unit]:
    code = row["code"]
    names = f"محافظة {row['name_ar']}", f"{row['name_en']} Governorate"
    seat = f"ديوان عام محافظة {row['name_ar']}", f"{row['name_en']} Governorate Diwan"
    yield _below("EG", "EG/", code, UnitKind.GOVERNORATE, names, code)
    yield _below(code, f"EG/{code}/", f"{code}S1", UnitKind.SEAT, seat, code)


def _agencies() -> Iterator[Unit]:
    yield _root("AG", "الجهات الخارجية", "Outside agencies")
    governorates = read("governorates")
    for row in read("agencies"):
        key = row["key"]
        yield _below("AG", "AG/", key, UnitKind.AGENCY, (row["name_ar"], row["name_en"]), "")
        for place in governorates:
            gov, names = place["code"], _office_names(row, place)
            office = _below(key, f"AG/{key}/", f"{key}-{gov}", UnitKind.AGENCY_OFFICE, names, gov)
            office.path = f"AG/{key}/{gov}/"
            yield office


def _office_names(agency: dict[str, str], place: dict[str, str]) -> tuple[str, str]:
    return f"{agency['office_ar']} بمحافظة {place['name_ar']}", f"{agency['office_en']}, {place['name_en']}"


def _root(code: str, name_ar: str, name_en: str) -> Unit:
    return Unit(code=code, name_ar=name_ar, name_en=name_en, kind=UnitKind.ROOT, path=f"{code}/")


def _below(parent: str, path: str, code: str, kind: UnitKind, names: tuple[str, str], gov: str) -> Unit:
    row = Unit(code=code, kind=kind, parent_id=parent, governorate=gov, path=f"{path}{code}/")
    row.name_ar, row.name_en = names
    return row
