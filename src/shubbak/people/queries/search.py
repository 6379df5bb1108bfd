"""Finding a person among a million: by number, by mobile, by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from django.contrib.postgres.search import SearchQuery, SearchVector, TrigramSimilarity
from django.db import connection
from django.db.models import Q, QuerySet, prefetch_related_objects

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import fold, latin_digits
from shubbak.kernel.refusal import Invalid

from .. import identifiers
from ..models import NameWord, NumberKind, Person
from ..models.name_word import sound_of
from ..rules import may_search_people
from .persons import PersonView, carries, person_view

_WORDS = SearchVector("name_folded", config="simple")
_SPELLINGS = 8
_WORDS_AT_MOST = 8
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
    any order, and only when neither finds anybody by words spelt nearly so.
    """
    text = text.strip()[:200]
    if not text or not may_search_people(by):
        return []
    found = _by_number(text, limit) if re.search(r"[0-9]", latin_digits(text)) else _by_name(fold(text), limit)
    prefetch_related_objects(found, "numbers")
    return [person_view(by, person) for person in found]


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
    beginning = Person.objects.filter(name_folded__startswith=folded).order_by("name_folded", "id")
    found = list(beginning[:limit])
    words = list(dict.fromkeys(folded.split()))[:_WORDS_AT_MOST]
    if len(found) < limit:
        known = {person.pk for person in found}
        found += [person for person in _with_words([[word] for word in words])[:limit] if person.pk not in known]
    return found[:limit] or list(_with_words([_spellings(word) for word in words])[:limit])


def _with_words(words: list[list[str]]) -> QuerySet[Person]:
    """Persons whose name has, for each word, a word that begins like one of its spellings."""
    query = " & ".join("(" + " | ".join(f"{spelling}:*" for spelling in word) + ")" for word in words)
    return Person.objects.annotate(words=_WORDS).filter(words=SearchQuery(query, config="simple", search_type="raw"))


def _spellings(word: str) -> list[str]:
    """A word and the words of the dictionary that are spelt most like it; itself alone without trigrams."""
    if not _has_trigrams():
        return [word]
    sound = sound_of(word)
    alike = NameWord.objects.filter(sound__trigram_similar=sound).annotate(likeness=TrigramSimilarity("sound", sound))
    return [word, *alike.order_by("-likeness", "word").values_list("word", flat=True)[:_SPELLINGS]]


@lru_cache(maxsize=1)
def _has_trigrams() -> bool:
    """Whether the owner could install pg_trgm; asked once a process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'")
        return bool(cursor.fetchone()[0])
