"""Answers that say where: an address, a plot of land, a point on the map."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from shubbak.kernel.arabic import latin_digits, visible
from shubbak.kernel.decimals import decimal_in, is_within

from ..asked import Field
from . import sayings
from .figures import written
from .texts import text
from .unfit import Unfit

# Egypt, Halayeb and the Sinai within: degrees north and east.
LATITUDES = (Decimal("21.9"), Decimal("31.8"))
LONGITUDES = (Decimal("24.6"), Decimal("37.1"))
_GOVERNORATE = re.compile(r"[0-9]{2}")
_UNIT = re.compile(r"[0-9]{2}[0-9A-Z]{1,6}")
_PARCEL = ("basin", "block", "number")
_LONGEST = 60
_FULL_TURN = Decimal(360)


def address(field: Field, value: Any, facts: Mapping[str, Any]) -> dict[str, str]:
    """`{governorate, unit, street}` by code; the bounds are the street's. A text is a street in the case's own unit."""
    given = _members(value, ("governorate", "unit", "street"), "street", sayings.ADDRESS, "address")
    governorate, unit = (latin_digits(given[key]).strip() for key in ("governorate", "unit"))
    if not governorate and not unit:
        governorate, unit = str(facts.get("governorate") or ""), str(facts.get("unit") or "")
    governorate = governorate or unit[:2]
    fits = (not governorate or _GOVERNORATE.fullmatch(governorate)) and (not unit or _UNIT.fullmatch(unit))
    if not fits or not unit.startswith(governorate if unit else ""):
        raise Unfit("address_unit", sayings.ADDRESS_UNIT)
    street = text(field, given["street"])
    if not street:
        raise Unfit("address", sayings.ADDRESS)
    return {"governorate": governorate, "unit": unit, "street": street}


def parcel(field: Field, value: Any) -> dict[str, str]:
    """`{basin, block, number}`; a text is the number alone, and the number must be there."""
    given = _members(value, _PARCEL, "number", sayings.PARCEL, "parcel")
    clean = {key: visible(given[key]) for key in _PARCEL}
    if not clean["number"]:
        raise Unfit("parcel", sayings.PARCEL)
    if any(len(part) > _LONGEST for part in clean.values()):
        raise Unfit("too_long", sayings.filled(sayings.TOO_LONG, n=_LONGEST))
    return clean


def point(field: Field, value: Any) -> dict[str, str]:
    """`{lat, lng}` as exact decimal texts of six places at most, inside Egypt; `29.97, 32.55` is read too."""
    if isinstance(value, dict) and set(value) == {"lat", "lng"}:
        parts = [value["lat"], value["lng"]]
    elif isinstance(value, str):
        parts = [part for part in re.split(r"[,،;؛\s]+", value) if part]
    else:
        raise Unfit("point", sayings.POINT)
    if len(parts) != 2:
        raise Unfit("point", sayings.POINT)
    lat, lng = (_degrees(part) for part in parts)
    if not (LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lng <= LONGITUDES[1]):
        raise Unfit("point_abroad", sayings.POINT_ABROAD)
    return {"lat": written(lat), "lng": written(lng)}


def _degrees(value: Any) -> Decimal:
    degrees = decimal_in(latin_digits(str(value)).replace("٫", "."))
    if degrees is None or not is_within(degrees, _FULL_TURN):
        raise Unfit("point", sayings.POINT)
    return degrees.quantize(Decimal("0.000001"))


def _members(value: Any, keys: tuple[str, ...], alone: str, saying: Any, code: str) -> dict[str, str]:
    """The members of an answer that has several, as texts; a plain text is the one called `alone`."""
    given = value if isinstance(value, dict) else {alone: value}
    texts = {key: "" if given.get(key) is None else given[key] for key in keys}
    if set(given) - set(keys) or any(isinstance(part, (bool, list, dict)) for part in texts.values()):
        raise Unfit(code, saying)
    return {key: str(part) for key, part in texts.items()}
