"""The words of every service, laid out so that a question finds them: once for a catalogue, kept in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from shubbak.flow.definition import Field, ServiceDefinition

from .letters import JOINED, arabic, form, root, slips, sound, stem, words
from .runs import Runs
from .speech import speech

NAME, KEYWORD, ASKED, EVENT, SUMMARY, OUTPUT, PAPER, CHOICE = 1.0, 0.9, 0.85, 0.3, 0.6, 0.45, 0.2, 0.25
_STRONG = 0.5
_LEAST_SLIP, _LEAST_SOUND, _SHORT = 4, 2, 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name, a keyword or a saying of a service, held against a whole question. `mass` is what its words weigh."""

    at: int
    weight: float
    mass: float
    name: bool


class Index:
    """Where each form of a word stands, and which forms are alike. `at` numbers the services as they were given."""

    def __init__(self, services: Sequence[ServiceDefinition]) -> None:
        self.size = len(services)
        texts = [list(told(service)) for service in services]
        self._forms = Counter(form(word) for parts in texts for text, _ in parts for word in words(text))
        self.places: dict[str, dict[int, float]] = defaultdict(dict)
        for at, parts in enumerate(texts):
            for text, weight in parts:
                for one in (*self._read(text), *_together(text)):
                    self.places[one][at] = max(weight, self.places[one].get(at, 0.0))
        self._said = {one: _mask(where, _STRONG) or _mask(where, 0.0) for one, where in self.places.items()}
        self.by_stem = _grouped(self.places, stem)
        self.by_root = _grouped(self.places, root)
        self._lay_phrases(services)
        self.runs = Runs([[*(text for text, _ in _phrases(service)), service.summary.ar] for service in services])
        self.acts = [speech().acts_in(service.name.ar) for service in services]
        strong = [one for one in self.places if one in self.in_phrases]
        self.by_sound = _grouped((one for one in strong if arabic(one)), sound)
        self.by_slip: dict[str, list[str]] = defaultdict(list)
        for one in strong:
            if len(one) >= _LEAST_SLIP and not one.isdigit():
                for left in {one} | slips(one):
                    self.by_slip[left].append(one)

    def weight(self, forms: Iterable[str]) -> float:
        """How much is said by a word that stands in these forms: the fewer services it is said of, the more."""
        said = 0
        for one in forms:
            said |= self._said.get(one, 0)
        return log(1 + self.size / (1 + said.bit_count()))

    def _read(self, text: str) -> list[str]:
        """The forms of a text."""
        return [self.unjoined(form(word)) for word in words(text)]

    def unjoined(self, one: str) -> str:
        """The form without a letter joined to its front (و، ب، ل، ف), when what is left is said more often."""
        rest = form(one[1:]) if one[:1] in JOINED and len(one) > _SHORT else ""
        return rest if rest and self._forms[rest] > self._forms[one] else one

    def _lay_phrases(self, services: Sequence[ServiceDefinition]) -> None:
        stop = speech().stop
        self.phrases: list[Phrase] = []
        self.in_phrases: dict[str, list[int]] = defaultdict(list)
        masses: dict[str, float] = {}
        for at, service in enumerate(services):
            for text, weight in _phrases(service):
                forms = dict.fromkeys(one for one in self._read(text) if one not in stop)
                for one in (*forms, *_together(text)):
                    if one not in masses:
                        masses[one] = self.weight(self.by_stem[stem(one)])
                    self.in_phrases[one].append(len(self.phrases))
                self.phrases.append(Phrase(at, weight, sum(masses[one] for one in forms) or 1.0, weight == NAME))
        self.masses = masses


def told(service: ServiceDefinition) -> Iterator[tuple[str, float]]:
    """Every text of a service that may answer a question, with what a word in it counts."""
    yield from _phrases(service)
    yield service.key.replace("-", " "), NAME
    for text in (service.summary.ar, service.summary.en):
        yield text, SUMMARY
    for event in service.life_events:
        yield " ".join(speech().events.get(event, ())), EVENT
    if service.output is not None:
        yield service.output.name.ar, OUTPUT
        yield service.output.name.en, OUTPUT
    for document in service.documents:
        yield document.name.ar, PAPER
    for field in service.fields:
        yield from ((text, CHOICE) for text in _choices(field))


def _phrases(service: ServiceDefinition) -> Iterator[tuple[str, float]]:
    """What a whole question is held against, with what it counts: the names, the keywords, and what people said."""
    yield from ((one, NAME) for one in (service.name.ar, service.name.en))
    yield from ((one, KEYWORD) for one in service.keywords)
    yield from ((one, ASKED) for one in service.asked)


def _together(text: str) -> Iterator[str]:
    """What two short words make when they are written as one (توك توك)."""
    told = words(text)
    for one, other in pairwise(told):
        if len(one) <= _SHORT >= len(other) and arabic(one) and arabic(other):
            yield form(one + other)


def _choices(field: Field) -> Iterator[str]:
    for choice in field.choices:
        yield choice.label.ar
    for inner in field.fields:
        yield from _choices(inner)


def _grouped(forms: Iterable[str], key: object) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for one in forms:
        if called := key(one):  # type: ignore[operator]
            groups[called].append(one)
    return groups


def _mask(where: dict[int, float], least: float) -> int:
    """The services of a word as the bits of one number, those only where it counts enough."""
    return sum(1 << at for at, weight in where.items() if weight >= least)
