"""The closed words of the catalogue as a reader is told them: moments of a life, who asks, where, by which way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A moment at which people look for a service, in their words; `hint` says what lies behind it."""

    key: str
    label: Any
    hint: Any


EVENTS = (  # in the order most people need them; the front page shows the first eleven
    LifeEvent("starting-business", _("Start a business"), _("A shop, a workshop, a project")),
    LifeEvent("building", _("Build or alter"), _("Site validity, permits, demolition")),
    LifeEvent("identity", _("Identity papers"), _("Card, birth certificate, records")),
    LifeEvent("utilities", _("Connect utilities"), _("Water, power, gas, sewers")),
    LifeEvent("property-papers", _("Papers of a property"), _("Registration, statements, reconciliation")),
    LifeEvent("owning-home", _("Own or rent a home"), _("Flats of the governorate and of new cities")),
    LifeEvent("family", _("Family"), _("Marriage, newborns, inheritance, rations")),
    LifeEvent("vehicles", _("Car and driving"), _("Licences, fines, selling a car")),
    LifeEvent("help-and-aid", _("Help and support"), _("Cash support, disability, shelter")),
    LifeEvent("running-business", _("Run a business"), _("Renewal, changes, signboards")),
    LifeEvent("complaints", _("Complain or report"), _("It reaches whoever answers for it, and you are answered")),
    LifeEvent("work-in-street", _("Use the street"), _("Kiosk, stall, tables, building materials")),
    LifeEvent("contracts", _("Contracts and powers of attorney"), _("Notary and real-estate registry")),
    LifeEvent("education", _("School and study"), _("Places, transfers, certificates")),
    LifeEvent("health", _("Health and treatment"), _("Treatment by the state, certificates, clinics")),
    LifeEvent("travel", _("Travel and residence"), _("Passports, residence of foreigners")),
    LifeEvent("work", _("Work and employment"), _("Skills, contracts, rights of workers")),
    LifeEvent("farming", _("Farming and animals"), _("Holdings, farms, veterinary services")),
    LifeEvent("transport", _("Transport for hire"), _("Microbus lines, tuk-tuks, haulage")),
    LifeEvent("environment", _("Cleanliness and environment"), _("Waste, trees, pollution")),
    LifeEvent("events", _("Celebrations and events"), _("Marquees, pitches, festivals")),
    LifeEvent("investing", _("Invest"), _("Land, approvals, obstacles")),
    LifeEvent("visiting-government", _("Meet officials and ask"), _("Appointments, statements, copies")),
)
FIRST = 11

LEVELS = {
    "district": _("District, city or markaz"),
    "diwan": _("The governorate’s seat"),
    "new_city": _("New city"),
    "partner": _("Partner agency"),
}
WHO = {
    "citizen": pgettext_lazy("who asks", "Citizen"),
    "investor": pgettext_lazy("who asks", "Investor"),
    "foreigner": pgettext_lazy("who asks", "Foreigner"),
    "organisation": pgettext_lazy("who asks", "Company or association"),
}
CHANNELS = {
    "window": pgettext_lazy("way to apply", "At the window"),
    "van": pgettext_lazy("way to apply", "At a mobile centre"),
    "phone": pgettext_lazy("way to apply", "By telephone"),
    "agency": pgettext_lazy("way to apply", "Through another authority"),
}
KINDS = {
    "district": pgettext_lazy("kind of unit", "District"),
    "city": pgettext_lazy("kind of unit", "City"),
    "markaz": pgettext_lazy("kind of unit", "Markaz"),
    "seat": pgettext_lazy("kind of unit", "Governorate’s seat"),
    "new_city": pgettext_lazy("kind of unit", "New-city agency"),
}


def unit_kind(kind: str) -> str:
    """A kind of unit as a place one goes to."""
    return {
        "district": gettext("the district"),
        "city": gettext("the city council"),
        "markaz": gettext("the markaz"),
        "seat": gettext("the governorate's seat"),
        "new_city": gettext("the new city's agency"),
        "governorate": gettext("the governorate"),
        "agency_office": gettext("the agency's office"),
    }.get(kind, "")


def channel(name: str) -> str:
    """A way to apply, in words."""
    return {
        "window": gettext("at the centre's window"),
        "van": gettext("at the mobile centre"),
        "phone": gettext("by telephone"),
        "portal": gettext("online, soon"),
        "agency": gettext("through another authority"),
    }.get(name, "")


def role(name: str) -> str:
    """Who acts at a step, in words."""
    return {
        "clerk": gettext("window clerk"),
        "cashier": gettext("cashier"),
        "reviewer": gettext("reviewer"),
        "inspector": gettext("inspector"),
        "department_head": gettext("head of department"),
        "unit_head": gettext("head of the local unit"),
        "agency_reviewer": gettext("the authority's reviewer"),
        "archivist": gettext("archivist"),
        "centre_manager": gettext("manager of the centre"),
    }.get(name, "")


def applicant(kind: str) -> str:
    """Who may apply, in words."""
    return {
        "citizen": gettext("an Egyptian citizen"),
        "foreigner": gettext("a resident foreigner"),
        "organisation": gettext("a company or association"),
        "anybody": gettext("anybody"),
    }.get(kind, "")
