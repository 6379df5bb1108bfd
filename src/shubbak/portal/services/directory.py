"""The directory as its page shows it: filters with what each would leave, what was chosen, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from shubbak.catalogue.queries.browsing import FILTERS, WHO, Browsed, browse
from shubbak.design.formats import said
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.vocabulary import LEVELS
from shubbak.places.queries import departments, units

from . import labels
from .shown import is_free, shortest

PAGE = 24


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter: how many services it would leave, and the address that chooses it."""

    value: str
    label: Any
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One question of the directory with its values that lead to something."""

    name: str
    label: Any
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """What is chosen now, and the address without it."""

    label: Any
    href: str


@dataclass(frozen=True, slots=True)
class Found:
    """A service in the list. `within` is how soon it is answered; `free` when nothing is paid."""

    key: str
    name: Any
    summary: Any
    within: str
    free: bool


@dataclass(frozen=True, slots=True)
class Directory:
    """The whole page. `groups` are the services of this page under their departments, or one nameless group, best
    first, when something was asked."""

    q: str
    filters: tuple[Filter, ...]
    chips: tuple[Chip, ...]
    count: int
    groups: tuple[tuple[Any, tuple[Found, ...]], ...]
    before: str
    after: str
    address: str
    place: str

    def filter(self, name: str) -> Filter:
        """The filter of that name."""
        return next(one for one in self.filters if one.name == name)

    @property
    def events(self) -> tuple[Option, ...]:
        return self.filter("event").options

    @property
    def departments(self) -> tuple[Option, ...]:
        return self.filter("department").options


def directory(asked: Mapping[str, str]) -> Directory:
    """What the address asks for: `q`, any of the filters, `page`. What means nothing is left out."""
    q = asked.get("q", "").strip()[:100]
    browsed = browse(asked, q)
    number = int(page) if (page := asked.get("page", "")).isdecimal() and len(page) < 4 else 1
    number = max(1, min(number, -(-len(browsed.services) // PAGE)))
    pages = _Pages(q, dict(browsed.chosen))
    services = [one.service for one in browsed.services]
    if not q:
        services = _arranged(services, browsed.chosen.get("event", ""))
    shown = services[PAGE * (number - 1) : PAGE * number]
    return Directory(
        q=q,
        filters=tuple(_filters(browsed, pages)),
        chips=tuple(_chips(browsed.chosen, pages)),
        count=len(services),
        groups=tuple(_groups(shown, q)),
        before=pages.address(page=number - 1) if number > 1 else "",
        after=pages.address(page=number + 1) if number * PAGE < len(services) else "",
        address=pages.address(page=number if number > 1 else ""),
        place=urlencode({name: browsed.chosen[name] for name in ("governorate", "unit") if name in browsed.chosen}),
    )


def _arranged(services: list[ServiceDefinition], event: str) -> list[ServiceDefinition]:
    """The department with most of them first; in it those that the event is most about, the plainest name first."""
    sizes = Counter(one.department for one in services)

    def place(one: ServiceDefinition) -> tuple[object, ...]:
        about = one.life_events.index(event) if event in one.life_events else 0
        return -sizes[one.department], one.department, about, len(one.name.ar), one.key

    return sorted(services, key=place)


@dataclass(frozen=True, slots=True)
class _Pages:
    q: str
    chosen: Mapping[str, str]

    def address(self, **changed: Any) -> str:
        """The directory's address with something chosen otherwise; empty values drop out."""
        wanted = {"q": self.q, **self.chosen, **changed}
        return "?" + urlencode({name: value for name, value in wanted.items() if value})


def _filters(browsed: Browsed, pages: _Pages) -> Iterator[Filter]:
    governorate = browsed.chosen.get("governorate", "")
    for name in FILTERS:
        if name == "unit" and not governorate:
            continue
        chosen = browsed.chosen.get(name, "")
        options = tuple(
            Option(value, label, count, value == chosen, pages.address(**_choosing(name, value)))
            for value, label in _values(name, governorate)
            if (count := browsed.counts[name].get(value, 0)) or value == chosen
        )
        yield Filter(name, _names()[name], options)


def _choosing(name: str, value: str) -> dict[str, str]:
    return {name: value, "unit": ""} if name == "governorate" else {name: value}


def _names() -> dict[str, str]:
    return {
        "event": _("What are you about to do?"),
        "department": _("Department"),
        "who": _("Who are you?"),
        "channel": _("How do you apply?"),
        "level": _("Whose service it is"),
        "kind": _("Kind of unit"),
        "governorate": _("Governorate"),
        "unit": _("Your local unit"),
    }


def _values(name: str, governorate: str) -> Iterable[tuple[str, Any]]:
    """The values of a filter with their labels, in the order they are offered."""
    if name == "event":
        return [(one.key, one.label) for one in labels.EVENTS]
    if name == "department":
        return sorted(departments().items(), key=lambda pair: said(pair[1]))
    if name == "governorate":
        return [(one.code, one.name) for one in units("governorate")]
    if name == "unit":
        return [(one.code, one.name) for one in units() if one.governorate == governorate]
    closed = {"who": (WHO, labels.WHO), "level": (LEVELS, labels.LEVELS)}
    plain = {"channel": labels.CHANNELS, "kind": labels.KINDS}
    keys, words = closed[name] if name in closed else (plain[name], plain[name])
    return [(key, words[key]) for key in keys]


def _chips(chosen: Mapping[str, str], pages: _Pages) -> Iterator[Chip]:
    for name in FILTERS:
        if name in chosen:
            label = dict(_values(name, chosen.get("governorate", "")))[chosen[name]]
            yield Chip(label, pages.address(**_choosing(name, "")))


def _groups(services: list[ServiceDefinition], q: str) -> Iterator[tuple[Any, tuple[Found, ...]]]:
    if q:
        yield "", tuple(map(_found, services))
        return
    for key in dict.fromkeys(one.department for one in services):
        yield _department(key), tuple(_found(one) for one in services if one.department == key)


def _found(service: ServiceDefinition) -> Found:
    return Found(service.key, service.name, service.summary, shortest(service), is_free(service))


def _department(key: str) -> Any:
    return departments().get(key, key)
