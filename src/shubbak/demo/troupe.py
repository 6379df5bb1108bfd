"""Who works where in the demo: one login for each role and place, and three hands at every agency's office."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from shubbak.kernel.actor import Role
from shubbak.places.tree import read

from . import names
from .places import FIRST, PLACES, PROVINCES, SEAT, SEATS, Place


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff: staff number, name, home unit, and the role held over each unit and department of `over`.

    No department means every one.
    """

    number: str
    name: str
    unit: str
    role: Role
    over: tuple[tuple[str, str | None], ...]


_LOCAL = (
    ("clerk", Role.CLERK),
    ("cashier", Role.CASHIER),
    ("reviewer", Role.REVIEWER),
    ("inspector", Role.INSPECTOR),
    ("department", Role.DEPARTMENT_HEAD),
    ("head", Role.UNIT_HEAD),
    ("archivist", Role.ARCHIVIST),
    ("manager", Role.CENTRE_MANAGER),
)
# Some flows ask two departments of one unit for two opinions: there the second pair of eyes is hers.
_SECOND_EYES = ("engineer", Role.REVIEWER, ("organisation", "planning"))
_SECOND_EYES_AT_SEAT = ("researcher", Role.INSPECTOR, ("solidarity",))
# Where an agency examines, visits and signs, three different people must do it.
_AGENCY_HANDS = ("partner", "surveyor", "signer")
_ENGINEERS = (Role.REVIEWER, Role.INSPECTOR, Role.DEPARTMENT_HEAD, Role.UNIT_HEAD, Role.AGENCY_REVIEWER)


def local(place: Place) -> list[Member]:
    """The staff of a unit that receives citizens."""
    titled = place.kind != SEAT
    staff = [_member(f"{word}@{place.tag}", place.code, role, titled=titled) for word, role in _LOCAL]
    word, role, departments = _SECOND_EYES if titled else _SECOND_EYES_AT_SEAT
    over = tuple((place.code, department) for department in departments)
    return [*staff, _member(f"{word}@{place.tag}", place.code, role, over, titled=titled)]


def provincial(governorate: str) -> list[Member]:
    """Who works for a whole governorate: the governor, her auditor and analyst, the agencies' offices."""
    tag, seat = PROVINCES[governorate], SEATS[governorate].code
    defence, utilities = f"civil-defence-{governorate}", f"utilities-{governorate}"
    everywhere = tuple((f"{agency['key']}-{governorate}", None) for agency in read("agencies"))
    return [
        _member(f"governor@{tag}", governorate, Role.UNIT_HEAD),
        _member(f"auditor@{tag}", governorate, Role.AUDITOR),
        _member(f"analyst@{tag}", governorate, Role.ANALYST),
        _member(f"heritage@{tag}", seat, Role.REVIEWER, ((seat, "planning"),), titled=True),
        _member(f"agency@{tag}", defence, Role.AGENCY_REVIEWER, ((defence, "civil-defence"),), titled=True),
        _member(f"utilities@{tag}", utilities, Role.AGENCY_REVIEWER, ((utilities, "utilities"),), titled=True),
        *(_member(f"{word}@{tag}", governorate, Role.AGENCY_REVIEWER, everywhere) for word in _AGENCY_HANDS),
    ]


def governing(governorate: str) -> list[Member]:
    """Everybody whom a town of this governorate may need: its agencies, its auditors and its seat."""
    return [*provincial(governorate), *local(SEATS[governorate])]


def national() -> list[Member]:
    """Who works for the whole country."""
    return [_member("designer", "EG", Role.DESIGNER), _member("administrator", "EG", Role.ADMINISTRATOR)]


def opening_cast() -> list[Member]:
    """Who can be signed in as from the first page on: the country's, and those of the first town and governorate."""
    return [*national(), *local(FIRST), *governing(FIRST.governorate)]


def everybody() -> list[Member]:
    """The whole cast, in the order of the sign-in page."""
    locals_ = [member for place in PLACES for member in local(place)]
    return [*national(), *locals_, *(member for gov in PROVINCES for member in provincial(gov))]


def _member(
    number: str, unit: str, role: Role, over: tuple[tuple[str, str | None], ...] = (), *, titled: bool = False
) -> Member:
    chance = Random(f"staff/{number}")
    title = "م. " if titled and role in _ENGINEERS else ""
    name = title + names.citizen(chance, woman=chance.random() < 0.45)
    return Member(number, name, unit, role, over or ((unit, None),))
