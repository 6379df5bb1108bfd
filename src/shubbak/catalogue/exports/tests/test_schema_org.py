"""What search engines read of a service is whole, honest about figures, and safe inside a page."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest

from shubbak.catalogue.exports.amounts import Bounds
from shubbak.catalogue.exports.schema_org import government_service, script
from shubbak.flow.words import Text

from .shipped import services

pytestmark = pytest.mark.xdist_group("catalogue")
PAGE = "https://shubbak.example/services/kiosk-licence/"


def test_the_kiosk_licence() -> None:
    """Every part that a search engine knows, in the language asked for."""
    shape = government_service(services()["kiosk-licence"], url=PAGE, language="en", area="Suez", provider="Suez")
    assert shape["@context"] == "https://schema.org"
    assert (shape["@type"], shape["url"], shape["identifier"]) == ("GovernmentService", PAGE, "kiosk-licence")
    assert (shape["name"], shape["alternateName"]) == ("Kiosk licence", "ترخيص كشك")
    assert shape["provider"] == {"@type": "GovernmentOrganization", "name": "Suez"}
    assert shape["audience"] == [{"@type": "Audience", "audienceType": "Egyptian citizen"}]
    window, portal, _van = shape["availableChannel"]
    assert window["processingTime"] == "P28D" and "serviceUrl" not in window and portal["serviceUrl"] == PAGE
    first, second = shape["offers"]
    assert (first["price"], first["priceCurrency"]) == ("55.00", "EGP")
    rent = second["priceSpecification"][0]
    assert (rent["minPrice"], "price" in rent, rent["description"][:12]) == ("300.00", False, "An illustrat")
    assert shape["serviceOutput"]["description"] == "Valid for 365 calendar days"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_service(language: str) -> None:
    """No part of any service is empty, and every price is in whole piastres with the least below the most."""
    for service in services().values():
        shape = government_service(service, url=PAGE, language=language)
        assert json.loads(script(shape)) == shape
        assert all(_full(value) for value in shape.values()), service.key
        for offer in shape.get("offers", ()):
            for price in offer["priceSpecification"]:
                figures = [price[name] for name in ("minPrice", "price", "maxPrice") if name in price]
                assert all(re.fullmatch(r"\d+\.\d\d", figure) for figure in figures), (service.key, price)
                assert sorted(figures, key=Decimal) == figures, (service.key, price)


def test_the_bounds_of_every_line_are_known_from_below() -> None:
    """Nothing is ever offered for less than nothing."""
    for service in services().values():
        bounds = Bounds(service)
        lines = [bounds.line(line) for part in service.fee_sets.values() for line in part.lines]
        assert all(found.low is not None and found.low >= 0 for found in lines), service.key


def test_a_script_cannot_be_left() -> None:
    """Words of a definition never end the element they stand in."""
    name = str(Text("</script><script>alert(1)</script>&amp;\u2028", ""))
    assert json.loads(script({"name": name})) == {"name": name}
    assert not re.search("[<>&\u2028]", script({"name": name}))


def _full(value: object) -> bool:
    return all(map(_full, value)) if isinstance(value, list) else bool(value)
