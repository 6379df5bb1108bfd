"""The questions of the calculator: those of a form that a fee hangs on, read from an address and shown again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from shubbak.design.formats import said
from shubbak.design.shapes import Choice, Question
from shubbak.flow.answers import is_empty
from shubbak.flow.answers.rows import MOST
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.places.queries import units

from .labels import applicant

WHO, GOVERNORATE, UNIT = "at-who", "at-governorate", "at-unit"
SIMPLE = frozenset({"choice", "whole", "number", "yes_no", "money", "many", "text", "date"})
_MOST, _LONGEST = 6, 200


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, or the questions of one row under a `legend`; hidden on the page unless it `applies`."""

    key: str
    questions: tuple[Question, ...]
    applies: bool = True
    legend: str = ""


def read(field: Field, given: QueryDict) -> Any:
    """What was answered to a field: a text, a list of choices, or rows up to the last that says something."""
    if field.kind == "many":
        return [one[:_LONGEST] for one in given.getlist(field.key)]
    if field.kind != "group":
        return given.get(field.key, "")[:_LONGEST]
    if not columns(field):  # a group whose rows are only counted
        count = given.get(field.key, "")
        return [{"counted": "1"}] * min(int(count), 50) if count.isdecimal() and len(count) < 4 else []
    rows = [{one.key: read(_inside(field, at, one), given) for one in columns(field)} for at in range(_MOST)]
    while rows and all(is_empty(value) for value in rows[-1].values()):
        rows.pop()
    return [{key: value for key, value in row.items() if not is_empty(value)} for row in rows]


def questions(field: Field, given: QueryDict, wrong: Mapping[str, Any], *, applies: bool) -> Iterator[Asked]:
    """The field as it stands on the page; a group as one question more than rows are filled."""
    if field.kind != "group":
        yield Asked(field.key, (_question(field, given, wrong),), applies)
    elif not columns(field):
        count = replace(field, kind="whole", label=_("How many?"), minimum=None, maximum=None)  # type: ignore[arg-type]
        yield Asked(field.key, (_question(count, given, wrong),), applies, said(field.label))
    else:
        filled = len(read(field, given))
        for at in range(_MOST):
            row = tuple(_question(_inside(field, at, one), given, wrong) for one in columns(field))
            yield Asked(f"{field.key}.{at}", row, applies and at <= filled, f"{said(field.label)} {at + 1}")


def columns(group: Field) -> tuple[Field, ...]:
    """What is asked in each row of a group: all but what is worked out."""
    return tuple(one for one in group.fields if one.kind != "computed")


def is_full(field: Field, value: Any) -> bool:
    """Whether there may be more rows than the page has room for."""
    rows = len(value) if field.kind == "group" and columns(field) and isinstance(value, list) else 0
    return rows >= _MOST and int(field.maximum or MOST) > _MOST


def who(service: ServiceDefinition, given: QueryDict) -> Asked:
    """Who applies, where the fee hangs on it."""
    kinds = ("citizen", "foreigner", "organisation") if "anybody" in service.applicants else service.applicants
    choices = tuple(Choice(kind, applicant(kind)) for kind in kinds)
    return Asked(WHO, (Question(WHO, _("Applicant"), "choice", given.get(WHO, ""), choices=choices),))


def places(service: ServiceDefinition, given: QueryDict) -> Iterator[Asked]:
    """Where one applies, where a decree of the place sets a figure."""
    decrees = [one for rate in service.rates for one in rate.overrides if one.governorate or one.unit]
    if not decrees:
        return
    governorate = given.get(GOVERNORATE, "")
    all_ = tuple(Choice(one.code, one.name) for one in units("governorate"))
    label = _("Governorate")
    yield Asked(GOVERNORATE, (Question(GOVERNORATE, label, "choice", governorate, choices=all_, required=False),))
    codes = {one.unit for one in decrees if one.unit}
    own = tuple(Choice(one.code, one.name) for one in units() if one.code in codes)
    if own:
        here = bool(governorate) and any(one.value.startswith(governorate) for one in own)
        asked = Question(UNIT, _("Your local unit"), "choice", given.get(UNIT, ""), choices=own, required=False)
        yield Asked(UNIT, (replace(asked, hint=_("Choose only if it is yours."), style="select"),), here)


def _inside(field: Field, at: int, inner: Field) -> Field:
    return replace(inner, key=f"{field.key}.{at}.{inner.key}")


def _question(field: Field, given: QueryDict, wrong: Mapping[str, Any]) -> Question:
    return Question(
        name=field.key,
        label=field.label,
        kind=field.kind if field.kind != "whole" else "number",
        value=given.getlist(field.key) if field.kind == "many" else given.get(field.key, ""),
        hint=field.hint or "",
        error=wrong.get(field.key, ""),
        unit=field.unit or "",
        choices=tuple(Choice(choice.key, choice.label) for choice in field.choices),
        style="select" if len(field.choices) > 4 else "",
    )
