"""What all services share: the dataset, its publisher, the organisations, and the concepts that classify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text

from ..naming import APPLICANTS, CHANNELS, LEVELS, LIFE_EVENTS, department
from .context import EGYPT, LANGUAGES, POUND, Shape

_TITLE = Text("دليل خدمات المحليات", "Catalogue of local-government services")
_ABOUT = Text(
    "خدمات الأحياء والمدن ودواوين المحافظات والمدن الجديدة والجهات الشريكة كما يعمل بها شبّاك.",
    "Services of districts, cities, governorate seats, new cities and partner agencies as Shubbak works by them.",
)
_PUBLISHER = Text("شبّاك", "Shubbak")
_COUNTRY = Text("جمهورية مصر العربية", "Arab Republic of Egypt")
_ACTIVE = Text("معمول بها", "Active")
_POUND = Text("جنيه مصري", "Egyptian pound")
_ARABIC, _ENGLISH = Text("العربية", "Arabic"), Text("الإنجليزية", "English")


class Addresses:
    """The addresses of nodes: a page for the whole, and a fragment for each part of it."""

    def __init__(self, public_url: str) -> None:
        self.whole = f"{public_url}/open-data/"
        self.services = f"{public_url}/services/"

    def shared(self, kind: str, key: str) -> str:
        """A node that several services name."""
        return f"{self.whole}#{kind}-{key}"

    def page(self, service: ServiceDefinition) -> str:
        """The page of a service."""
        return f"{self.services}{service.key}/"

    def part(self, service: ServiceDefinition, part: str = "service") -> str:
        """A part of a service; the service itself when none is named."""
        return f"{self.page(service)}#{part}"


def pair(text: Text) -> Shape:
    """A language map."""
    return {"ar": text.ar, "en": text.en}


def dataset(services: Iterable[ServiceDefinition], at: Addresses, *, modified: datetime, licence: str) -> Shape:
    """The catalogue itself with every service as its part."""
    return {
        "@id": f"{at.whole}#catalogue",
        "@type": "Dataset",
        "identifier": "catalogue",
        "title": pair(_TITLE),
        "description": pair(_ABOUT),
        "publisher": at.shared("publisher", "shubbak"),
        "landingPage": at.whole,
        "license": licence,
        "modified": modified.isoformat(),
        "hasPart": [at.part(service) for service in services],
    }


def shared(services: Iterable[ServiceDefinition], at: Addresses) -> Iterator[Shape]:
    """Every node that services refer to, each once."""
    found = list(services)
    yield {
        "@id": at.shared("publisher", "shubbak"),
        "@type": "Agent",
        "identifier": "shubbak",
        "title": pair(_PUBLISHER),
    }
    yield {"@id": at.whole, "@type": "Document", "title": pair(_TITLE)}
    country = {"@id": at.shared("place", "egypt"), "@type": ["Location", "AdministrativeUnit"]}
    yield {**country, "title": pair(_COUNTRY), "exactMatch": EGYPT}
    for key in sorted({service.department for service in found}):
        yield _organisation(key, at)
    yield from _events(found, at)
    yield from _concepts(found, at)
    for (_, address), name in zip(LANGUAGES.items(), (_ARABIC, _ENGLISH), strict=True):
        yield {"@id": address, "@type": "LinguisticSystem", "title": pair(name)}


def _organisation(key: str, at: Addresses) -> Shape:
    return {
        "@id": at.shared("organisation", key),
        "@type": "PublicOrganisation",
        "identifier": key,
        "prefLabel": pair(department(key)),
        "spatial": at.shared("place", "egypt"),
    }


def _events(services: list[ServiceDefinition], at: Addresses) -> Iterator[Shape]:
    for key in sorted({event for service in services for event in service.life_events}):
        event = {"@id": at.shared("event", key), "@type": ["Event", "LifeEvent"], "identifier": key}
        yield {**event, "title": pair(LIFE_EVENTS[key])}


def _concepts(services: list[ServiceDefinition], at: Addresses) -> Iterator[Shape]:
    named = [
        *(("level", key, LEVELS[key]) for key in sorted({service.level for service in services})),
        *(("audience", key, APPLICANTS[key]) for key in sorted({a for one in services for a in one.applicants})),
        *(("channel", key, CHANNELS[key]) for key in sorted({c for one in services for c in one.channels})),
        *(("area", key, department(key)) for key in sorted({service.department for service in services})),
        ("status", "active", _ACTIVE),
    ]
    for kind, key, text in named:
        yield {"@id": at.shared(kind, key), "@type": "Concept", "identifier": key, "prefLabel": pair(text)}
    yield {"@id": POUND, "@type": "Concept", "identifier": "EGP", "prefLabel": pair(_POUND)}
