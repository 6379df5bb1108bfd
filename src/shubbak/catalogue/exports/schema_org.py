"""A service as schema.org's GovernmentService, for search engines; a page embeds it as a JSON-LD data block."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from shubbak.flow.definition import FeeLine, FeeSet, Limit, ServiceDefinition
from shubbak.flow.words import Text

from .amounts import Bounds
from .naming import APPLICANTS, CHANNELS, days, department

Shape = dict[str, Any]

_CURRENCY = "EGP"
_COUNTRY = Text("جمهورية مصر العربية", "Arab Republic of Egypt")
_ILLUSTRATIVE = Text("رقم توضيحي لم يُتحقق من مصدره", "An illustrative figure without a checked source")
_VALID = Text("يسري {x}", "Valid for {x}")
_WORKING, _WEEK = 5, 7


def government_service(
    service: ServiceDefinition, *, url: str, language: str = "ar", area: str = "", provider: str = ""
) -> Shape:
    """The service at its page `url`, in one language. `area` and `provider` name the local unit of the page; without
    them it is the country and the department. Fees are the bounds of what the answers can make of them."""
    say = _Saying(language)
    other = service.name.en if say(service.name) == service.name.ar else service.name.ar
    found: Shape = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": url,
        "url": url,
        "identifier": service.key,
        "name": say(service.name),
        "alternateName": other,
        "description": say(service.summary),
        "serviceType": say(department(service.department)),
        "provider": {"@type": "GovernmentOrganization", "name": provider or say(department(service.department))},
        "areaServed": {"@type": "AdministrativeArea", "name": area or say(_COUNTRY)},
        "jurisdiction": {"@type": "AdministrativeArea", "name": say(_COUNTRY)},
        "termsOfService": say(service.law.title) + (f" — {service.law.article}" if service.law.article else ""),
        "audience": [{"@type": "Audience", "audienceType": say(APPLICANTS[kind])} for kind in service.applicants],
        "availableChannel": list(_channels(service, url, say)),
    }
    offers = list(_offers(service, say))
    return found | ({"offers": offers} if offers else {}) | _output(service, say)


def script(shape: Shape) -> str:
    """The JSON of a shape as it may stand inside a `<script type="application/ld+json">` element of any page."""
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
    return text.translate({ord(character): escape for character, escape in escapes.items()})


class _Saying:
    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, text: Text) -> str:
        return text.in_language(self.language)


def _channels(service: ServiceDefinition, url: str, say: _Saying) -> Iterator[Shape]:
    promise = next((limit for limit in service.limits if limit.kind == "promise"), None)
    for key in service.channels:
        channel: Shape = {"@type": "ServiceChannel", "name": say(CHANNELS[key]), "availableLanguage": ["ar", "en"]}
        if promise is not None:
            channel["processingTime"] = duration(promise)
        yield channel | ({"serviceUrl": url} if key == "portal" else {})


def duration(limit: Limit) -> str:
    """A limit as an ISO 8601 duration of calendar days; working days as the weeks they usually fill."""
    count = limit.days if limit.unit == "calendar" else -(-limit.days * _WEEK // _WORKING)
    return f"P{count}D"


def _offers(service: ServiceDefinition, say: _Saying) -> Iterator[Shape]:
    bounds = Bounds(service)
    for step in service.flow.steps.values():
        if step.fee_set is not None:
            prices = [_price(line, bounds, say) for line in service.fee_sets[step.fee_set].lines]
            yield {"@type": "Offer", "name": say(step.name), **_whole(service.fee_sets[step.fee_set], bounds)} | (
                {"priceSpecification": prices} if prices else {}
            )


def _whole(fee_set: FeeSet, bounds: Bounds) -> Shape:
    """The one price of an offer whose every line always comes to the same."""
    exact = [bounds.line(line).exact for line in fee_set.lines]
    if None in exact or not exact:
        return {}
    return {"price": _plain(sum((amount for amount in exact if amount is not None), Decimal(0))), **_IN_POUNDS}


def _price(line: FeeLine, bounds: Bounds, say: _Saying) -> Shape:
    found = bounds.amount(line)
    shape: Shape = {"@type": "PriceSpecification", "name": say(line.label), **_IN_POUNDS}
    if found.exact is not None:
        shape["price"] = _plain(found.exact)
    else:
        ends = {"minPrice": found.low, "maxPrice": found.high}
        shape |= {name: _plain(end) for name, end in ends.items() if end is not None}
    return shape | ({"description": say(_ILLUSTRATIVE)} if line.illustrative else {})


_IN_POUNDS = {"priceCurrency": _CURRENCY}


def _plain(amount: Decimal) -> str:
    return format(amount.quantize(Decimal("0.01")), "f")


def _output(service: ServiceDefinition, say: _Saying) -> Shape:
    output = service.output
    if output is None:
        return {}
    shape: Shape = {"@type": "Thing", "name": say(output.name), "identifier": output.kind}
    if output.validity_days is not None:
        shape["description"] = say(_VALID).format(x=say(days(output.validity_days, "calendar")))
    return {"serviceOutput": shape}
