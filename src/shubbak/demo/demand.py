"""What people come for, by kind of place: services with their weights, and who may ask for them how."""

from __future__ import annotations

from .places import NEW_CITY, SEAT, TOWN

MIX: dict[str, dict[str, int]] = {
    TOWN: {
        "complaint": 18,
        "permit-copy": 13,
        "shop-licence": 10,
        "utility-connection": 9,
        "birth-certificate": 8,
        "clearance-certificate": 7,
        "shop-notification": 6,
        "building-permit": 6,
        "site-validity": 6,
        "vehicle-licence-renewal": 6,
        "special-power-of-attorney": 6,
        "street-light-request": 6,
        "road-occupancy": 5,
        "driving-licence-renewal": 5,
        "add-newborns-to-ration-card": 5,
        "kiosk-licence": 4,
        "scaffolding-occupancy": 4,
        "advertisement": 3,
        "reconciliation": 3,
        "occupancy-certificate": 3,
        "demolition": 2,
    },
    SEAT: {
        "urgent-assistance": 22,
        "governor-petition": 18,
        "service-taxi-route": 14,
        "nursery-licence": 9,
        "special-power-of-attorney": 9,
        "birth-certificate": 8,
        "complaint": 8,
        "driving-licence-renewal": 6,
        "vehicle-licence-renewal": 6,
    },
    NEW_CITY: {
        "new-city-instalment": 30,
        "new-city-unit-handover": 26,
        "complaint": 16,
        "shop-licence": 12,
        "permit-copy": 8,
        "kiosk-licence": 8,
    },
}
_OF_CITIZENS = frozenset({"birth-certificate", "add-newborns-to-ration-card", "kiosk-licence", "urgent-assistance"})
_NOT_OF_FIRMS = frozenset({"driving-licence-renewal", "new-city-unit-handover"})
_NOT_OF_FOREIGNERS = frozenset({"nursery-licence", "service-taxi-route"})
BY_PHONE = frozenset({"complaint", "street-light-request", "governor-petition", "urgent-assistance"})
BY_VAN = frozenset(
    {
        "complaint", "permit-copy", "shop-licence", "utility-connection", "road-occupancy", "birth-certificate",
        "special-power-of-attorney", "driving-licence-renewal", "vehicle-licence-renewal", "street-light-request",
        "add-newborns-to-ration-card", "clearance-certificate",
    }
)  # fmt: skip


def wanted(place_kind: str, person_kind: str) -> dict[str, int]:
    """What this kind of person may come for at this kind of place, with weights."""
    refused = {"citizen": frozenset(), "organisation": _NOT_OF_FIRMS, "foreigner": _NOT_OF_FOREIGNERS}[person_kind]
    if person_kind != "citizen":
        refused |= _OF_CITIZENS
    return {service: weight for service, weight in MIX[place_kind].items() if service not in refused}
