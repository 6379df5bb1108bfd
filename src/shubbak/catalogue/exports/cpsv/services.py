"""One service and its parts as nodes of the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from shubbak.flow.definition import DocumentKind, FeeLine, Limit, ServiceDefinition
from shubbak.flow.words import Text

from ..amounts import Bounds, Interval
from ..conditions import Wording
from ..naming import CHANNELS, SILENCE, days
from ..schema_org import duration
from .context import LANGUAGES, POUND, Shape
from .organisations import Addresses, pair

_ILLUSTRATIVE = Text("رقم توضيحي لم يُتحقق من مصدره", "illustrative, its source not checked")
_FROM, _UP_TO = Text("من {x} جنيه", "from {x} pounds"), Text("حتى {x} جنيه", "up to {x} pounds")
_WHEN, _VALID = Text("يُطلب إذا: {x}", "Needed if: {x}"), Text("يسري {x}", "Valid for {x}")
_WITHIN, _PAID_IF = Text("خلال {x}", "Within {x}"), Text("يُدفع إذا: {x}", "Due if: {x}")
_ARABIC = re.compile("[\u0600-\u06ff]")


def service_nodes(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    """The service first, then everything that only it has."""
    costs, papers = list(_costs(service, at)), list(_evidence(service, at))
    rules, requirements = list(_rules(service, at)), list(_requirements(service, at))
    channels, outputs = list(_channels(service, at)), list(_outputs(service, at))
    law = _law(service, at)
    yield {
        "@id": at.part(service),
        "@type": "PublicService",
        "identifier": service.key,
        "title": pair(service.name),
        "description": pair(service.summary),
        "keyword": _keywords(service),
        "language": list(LANGUAGES.values()),
        "status": at.shared("status", "active"),
        "isPartOf": f"{at.whole}#catalogue",
        "hasCompetentAuthority": at.shared("organisation", service.department),
        "spatial": at.shared("place", "egypt"),
        "thematicArea": at.shared("area", service.department),
        "isClassifiedBy": at.shared("level", service.level),
        "audience": [at.shared("audience", kind) for kind in service.applicants],
        "isGroupedBy": [at.shared("event", event) for event in service.life_events],
        "hasLegalResource": law["@id"],
        "hasCost": _ids(costs),
        "hasInput": [node["@id"] for node in papers if node["@type"] == "Evidence"],
        "hasInputType": [node["@id"] for node in papers if node["@type"] == "EvidenceType"],
        "follows": _ids(rules),
        "holdsRequirement": _ids(requirements),
        "hasChannel": _ids(channels),
        "produces": _ids(outputs),
        **_time(service),
    }
    yield law
    for nodes in (costs, papers, rules, requirements, channels, outputs):
        yield from nodes


def _ids(nodes: list[Shape]) -> list[str]:
    return [str(node["@id"]) for node in nodes]


def _time(service: ServiceDefinition) -> Shape:
    promise = next((limit for limit in service.limits if limit.kind == "promise"), None)
    return {"processingTime": duration(promise)} if promise else {}


def _keywords(service: ServiceDefinition) -> Shape:
    arabic = [word for word in service.keywords if _ARABIC.search(word)]
    return {"ar": arabic, "en": [word for word in service.keywords if word not in arabic]}


def _law(service: ServiceDefinition, at: Addresses) -> Shape:
    law = service.law
    shape: Shape = {"@id": at.part(service, "law"), "@type": "LegalResource", "title": pair(law.title)}
    if law.article:
        shape["identifier"] = law.article
    if law.illustrative:
        shape["description"] = pair(_ILLUSTRATIVE)
    return shape | ({"source": law.source} if law.source else {})


def _costs(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    bounds, wording = Bounds(service), Wording(service)
    for part in service.fee_sets.values():
        for line in part.lines:
            found = bounds.amount(line)
            shape = {
                "@id": at.part(service, f"cost-{part.key}-{line.code}"),
                "@type": "Cost",
                "identifier": f"{service.key}/{part.key}/{line.code}",
                "description": pair(_cost_in_words(line, found, wording)),
                "currency": POUND,
            }
            yield shape | ({"hasValue": _plain(found.exact)} if found.exact is not None else {})


def _cost_in_words(line: FeeLine, found: Interval, wording: Wording) -> Text:
    parts = [line.label]
    if found.exact is None:
        parts += [_with(_FROM, _figure(found.low))] if found.low else []
        parts += [_with(_UP_TO, _figure(found.high))] if found.high is not None else []
    if (when := wording.condition(line.when)) is not None:
        parts.append(_with(_PAID_IF, when))
    return _listed([*parts, *([_ILLUSTRATIVE] if line.illustrative else [])])


def _evidence(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    """The papers to bring: a type for each, and the paper itself, which conforms to it."""
    wording = Wording(service)
    for document in service.documents:
        kind, key = at.part(service, f"type-{document.key}"), f"{service.key}/{document.key}"
        yield {"@id": kind, "@type": "EvidenceType", "identifier": key, "title": pair(document.name)}
        yield {
            "@id": at.part(service, f"paper-{document.key}"),
            "@type": "Evidence",
            "identifier": key,
            "title": pair(document.name),
            "conformsTo": kind,
            **_paper_in_words(document, wording),
        }


def _paper_in_words(document: DocumentKind, wording: Wording) -> Shape:
    when = wording.condition(document.when)
    parts = [part for part in (document.hint, when and _with(_WHEN, when)) if part is not None]
    shape: Shape = {"description": pair(_listed(parts))} if parts else {}
    return shape | ({"source": document.source} if document.source else {})


def _rules(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    for limit in service.limits:
        yield {
            "@id": at.part(service, f"limit-{limit.key}"),
            "@type": "Rule",
            "identifier": f"{service.key}/{limit.key}",
            "title": pair(limit.name or Text(limit.key, limit.key)),
            "description": pair(_limit_in_words(limit)),
            "implements": at.part(service, "law"),
            **({"source": limit.source} if limit.source else {}),
        }


def _limit_in_words(limit: Limit) -> Text:
    parts = [_with(_WITHIN, days(limit.days, limit.unit))]
    parts += [SILENCE[limit.tacit.decision], limit.tacit.article] if limit.tacit else []
    return _listed([*parts, *([_ILLUSTRATIVE] if limit.illustrative else [])])


def _requirements(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    for number, condition in enumerate(service.eligibility, 1):
        yield {
            "@id": at.part(service, f"requirement-{number}"),
            "@type": "Requirement",
            "identifier": f"{service.key}/{number}",
            "title": pair(condition),
        }


def _channels(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    for channel in service.channels:
        yield {
            "@id": at.part(service, f"channel-{channel}"),
            "@type": "Channel",
            "identifier": f"{service.key}/{channel}",
            "type": at.shared("channel", channel),
            "description": pair(CHANNELS[channel]),
            **_time(service),
        }


def _outputs(service: ServiceDefinition, at: Addresses) -> Iterator[Shape]:
    output = service.output
    if output is None:
        return
    shape: Shape = {
        "@id": at.part(service, "output"),
        "@type": "Output",
        "identifier": f"{service.key}/{output.kind}",
        "title": pair(output.name),
        "language": LANGUAGES["ar"],
    }
    if output.validity_days is not None:
        shape["description"] = pair(_with(_VALID, days(output.validity_days, "calendar")))
    yield shape


def _with(shape: Text, x: Text) -> Text:
    return Text(shape.ar.format(x=x.ar), shape.en.format(x=x.en))


def _listed(parts: list[Text]) -> Text:
    return Text("؛ ".join(part.ar for part in parts), "; ".join(part.en for part in parts))


def _figure(amount: Decimal | None) -> Text:
    text = f"{amount or Decimal(0):,.2f}".removesuffix(".00")
    return Text(text, text)


def _plain(amount: Decimal) -> str:
    return format(amount.quantize(Decimal("0.01")), "f")
