"""The person column: who stands at the window, found or new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from shubbak.cases.queries import CaseRow, find_cases
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Refusal
from shubbak.people import identifiers
from shubbak.people.actions import reveal
from shubbak.people.queries import PersonView, person_by_number, person_view, search_people, with_numbers

from .sheet import Sheet

FEW = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Who the number names. `matches` are to choose from when a name or mobile was written instead; `fault` says what
    cannot be; `check_ok` is False when the check digit of a new national id is unusual."""

    found: PersonView | None = None
    matches: tuple[PersonView, ...] = ()
    previous: tuple[CaseRow, ...] = ()
    fault: Refusal | None = None
    is_new: bool = False
    check_ok: bool = True


def standing(by: Actor, sheet: Sheet) -> Standing:
    """Look the number up; a text that is no number of this kind is searched as a name or a mobile."""
    text = sheet.number.strip()
    if not text:
        return Standing()
    try:
        number = identifiers.parse(sheet.kind, text)
    except Refusal as refused:
        matches = tuple(search_people(by=by, text=text, limit=8))
        return Standing(matches=matches, fault=None if matches else refused)
    person = person_by_number(kind=number.kind, number=number.number)
    if person is None:
        return Standing(is_new=True, check_ok=number.check_ok)
    previous = find_cases(by=by, q=number.number, limit=FEW).items
    return Standing(found=person_view(by, person), previous=previous)


def chosen(by: Actor, sheet: Sheet, person_id: str) -> Sheet:
    """The sheet with a person chosen from the matches; her number is read in full, which the trail records."""
    try:
        person = with_numbers().filter(pk=UUID(person_id)).first()
    except ValueError:
        person = None
    if person is None:
        return sheet
    return replace(sheet, kind=person.kind, number=reveal(by=by, person=person, field="number"))
