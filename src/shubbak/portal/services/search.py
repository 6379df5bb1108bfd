"""Finding a service by what a person says, not by its name: every word first, then as many of them as may be."""

from __future__ import annotations

from collections import Counter

from shubbak.catalogue.queries import offered
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.arabic import fold

from ..home.occasions import OCCASIONS

_SHORTEST = 3
_PREFIXES = ("وال", "بال", "لل", "ال")


def found(q: str) -> list[ServiceDefinition]:
    """Services whose words hold all of `q`; when none does, those that hold most of its words, best first."""
    exact = [published.service for published in offered(q=q)]
    return exact or _nearest(q)


def _nearest(q: str) -> list[ServiceDefinition]:
    """Of equals, those that an occasion calls for come first, in the order it needs them."""
    services = {published.service.key: published.service for published in offered()}
    scores: Counter[str] = Counter()
    order: list[str] = []
    for word in filter(None, map(_bare, fold(q).split())):
        called = [key for key in _called_for(word) if key in services]
        scores.update({published.service.key for published in offered(q=word)} | set(called))
        order += called
    best = max(scores.values(), default=0)
    return [services[key] for key in dict.fromkeys([*order, *services]) if best and scores[key] == best]


def _bare(word: str) -> str:
    """The word without its article; empty when too little is left to search by."""
    prefix = next((one for one in _PREFIXES if word.startswith(one) and len(word) - len(one) >= _SHORTEST), "")
    word = word.removeprefix(prefix)
    return word if len(word) >= _SHORTEST else ""


def _called_for(word: str) -> list[str]:
    """The services of every occasion one of whose own words begins with this one."""
    return [
        key
        for occasion in OCCASIONS
        if any(part.startswith(word) for part in fold(f"{occasion.label} {occasion.hint}").split())
        for key in occasion.services
    ]
