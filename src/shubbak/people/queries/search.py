"""Finding a person among a million: by number, by mobile, by name."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.db import connection
from django.db.models import Q, prefetch_related_objects

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import fold, latin_digits
from shubbak.kernel.refusal import Invalid

from .. import identifiers
from ..models import NameWord, NumberKind, Person
from ..models.name_word import sounds_near
from ..rules import may_search_people
from .persons import PersonView, carries, person_view

_WORDS = """
WITH hit AS MATERIALIZED (
    SELECT * FROM people_person
    WHERE to_tsvector('simple'::regconfig, COALESCE(name_folded, '')) @@ to_tsquery('simple'::regconfig, %s)
)
SELECT * FROM hit LIMIT %s
"""
"""Materialized, or else the planner, which thinks every name common, reads the table until the limit is full."""
_KEYS = """
WITH hit AS MATERIALIZED (
    SELECT id FROM people_person
    WHERE to_tsvector('simple'::regconfig, COALESCE(name_folded, '')) @@ to_tsquery('simple'::regconfig, %s)
)
SELECT count(*), array_agg(id)::text FROM (SELECT id FROM hit LIMIT %s) AS hits
"""
_WORDS_AT_MOST = 8
_FEW = 8
_PLENTY = 3
"""So many words found from the beginning of a name need no search in any other order."""
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
    any order (the last may be half typed), and only when neither finds anybody with one slip in each word.
    """
    text = text.strip()[:200]
    if not text or not may_search_people(by):
        return []
    found = _by_number(text, limit) if re.search(r"[0-9]", latin_digits(text)) else _by_name(fold(text), limit)
    prefetch_related_objects(found, "numbers")
    return [person_view(by, person) for person in found]


def keys_named(text: str, *, most: int) -> str | None:
    """Keys of all persons whose name has these words, the last perhaps half typed, as PostgreSQL writes an array of
    them; None when they are more than `most`.

    For narrowing what its caller may see anyway: nothing of a person leaves here.
    """
    words = list(dict.fromkeys(re.findall(r"\w+", fold(text))))[:_WORDS_AT_MOST]
    if not words:
        return "{}"
    with connection.cursor() as cursor:
        cursor.execute(_KEYS, [" & ".join([*words[:-1], _begun(words[-1])]), most + 1])
        count, keys = cursor.fetchone()
    return (keys or "{}") if count <= most else None


def _begun(word: str) -> str:
    """A word perhaps half typed: the few whole ones it may become, which the index finds twice as fast as a beginning.

    A word of one letter is in no dictionary, so a beginning that finds none there is looked for as it is.
    """
    whole = list(NameWord.objects.filter(word__startswith=word).values_list("word", flat=True)[: _FEW + 1])
    return f"({' | '.join(whole)})" if 0 < len(whole) <= _FEW and len(word) > 1 else f"{word}:*"


def _by_number(text: str, limit: int) -> list[Person]:
    shapes = Q()
    for kind, read in _READERS:
        try:
            shapes |= carries(kind, read(text))
        except Invalid:
            continue
    return list(Person.objects.filter(shapes).distinct()[:limit]) if shapes else []


def _by_name(folded: str, limit: int) -> list[Person]:
    if len(folded) < 2:
        return []
    found = list(Person.objects.filter(name_folded__startswith=folded).order_by("name_folded", "id")[:limit])
    words = list(dict.fromkeys(folded.split()))[:_WORDS_AT_MOST]
    if not found or (len(found) < limit and len(words) < _PLENTY):
        known = {person.pk for person in found}
        typed = _with_words([*words[:-1], f"{words[-1]}:*"], limit)
        found += [person for person in typed if person.pk not in known]
    return found[:limit] or _with_words(_spellings(words), limit)


def _with_words(words: list[str], limit: int) -> list[Person]:
    """Persons whose name has a word for each of these, in any order."""
    return list(Person.objects.raw(_WORDS, [" & ".join(words), limit]))


def _spellings(words: list[str]) -> list[str]:
    """Each word as it was typed, or as any word of the dictionary that is one slip away; one statement for all."""
    near = {word: sounds_near(word) for word in words}
    rows = list(NameWord.objects.filter(sound__in=set().union(*near.values())).values_list("word", "sound"))
    return [
        "(" + " | ".join([f"{word}:*", *sorted(known for known, sound in rows if sound in near[word])]) + ")"
        for word in words
    ]
