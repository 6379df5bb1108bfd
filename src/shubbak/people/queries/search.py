"""Finding a person among a million: by number, by mobile, by name."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.db import connection
from django.db.models import Q, QuerySet

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import fold, latin_digits
from shubbak.kernel.refusal import Invalid

from .. import identifiers
from ..models import NumberKind, Person
from ..rules import may_search_people
from .persons import PersonView, carries, person_view, with_numbers

_SIMILAR_ENOUGH = 0.5
_READERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    (NumberKind.NATIONAL_ID, lambda text: identifiers.parse_national_id(text).number),
    (NumberKind.MOBILE, identifiers.parse_mobile),
    (NumberKind.TAX_NUMBER, identifiers.parse_tax_number),
    (NumberKind.PASSPORT, identifiers.parse_passport),
    (NumberKind.COMMERCIAL_REGISTER, identifiers.parse_commercial_register),
)


def search_people(*, by: Actor, text: str, limit: int = 20) -> list[PersonView]:
    """Persons in the whole country that `text` names, masked, best first; nothing for whoever may not search.

    Digits are taken for a number, letters for a name. A name is looked for from its beginning, then by its words in
    any order, and only when neither finds anybody by its likeness.
    """
    text = text.strip()[:200]
    if not text or not may_search_people(by):
        return []
    found = _by_number(text, limit) if re.search(r"[0-9]", latin_digits(text)) else _by_name(fold(text), limit)
    return [person_view(by, person) for person in found]


def _by_number(text: str, limit: int) -> list[Person]:
    shapes = Q()
    for kind, read in _READERS:
        try:
            shapes |= carries(kind, read(text))
        except Invalid:
            continue
    return list(with_numbers().filter(shapes).distinct()[:limit]) if shapes else []


def _by_name(folded: str, limit: int) -> list[Person]:
    if len(folded) < 2:
        return []
    found = list(_beginning_with(folded)[:limit])
    if len(found) < limit:
        known = {person.pk for person in found}
        found += [person for person in _with_words(folded)[: limit + len(known)] if person.pk not in known]
    return found[:limit] or _alike(folded, limit)


def _beginning_with(folded: str) -> QuerySet[Person]:
    return with_numbers().filter(name_folded__startswith=folded).order_by("name_folded", "id")


def _with_words(folded: str) -> QuerySet[Person]:
    query = " & ".join(f"{word}:*" for word in folded.split())
    words = "to_tsvector('simple', people_person.name_folded) @@ to_tsquery('simple', %s)"
    return with_numbers().extra(where=[words], params=[query])


def _alike(folded: str, limit: int) -> list[Person]:
    """By trigrams, when the database has them: names with a slip of the pen."""
    if not _has_trigrams() or len(folded) < 4:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.similarity_threshold = {_SIMILAR_ENOUGH}")
    likeness = "similarity(people_person.name_folded, %s)"
    rows = with_numbers().extra(
        where=["people_person.name_folded %% %s"], params=[folded], select={"likeness": likeness}, select_params=[folded]
    )
    return list(rows.order_by("-likeness", "id")[:limit])
