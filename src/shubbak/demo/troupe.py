"""Who works where in the demo: one login for each role and place."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from shubbak.kernel.actor import Role

from . import names


@dataclass(frozen=True, slots=True)
class Town:
    """A local unit that receives citizens: `tag` is what stands after the @, `daily` how many come on a usual day."""

    code: str
    tag: str
    daily: float
    windows: int
    van: bool = False

    @property
    def governorate(self) -> str:
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff: staff number, name, home unit, and the role held over `over` (in `department`, or in all)."""

    number: str
    name: str
    unit: str
    role: Role
    department: str | None = None


TOWNS = (
    Town("0401", "suez", 5.8, 6),
    Town("0402", "arbaeen", 4.8, 5),
    Town("0403", "ataka", 2.0, 3, van=True),
    Town("0404", "faisal", 3.0, 4),
    Town("0405", "ganayen", 1.6, 2, van=True),
    Town("1801", "damanhur", 4.4, 6),
    Town("1810", "kafr-el-dawwar", 3.0, 4),
    Town("1301", "zagazig", 4.4, 6),
    Town("1307", "belbeis", 2.6, 4, van=True),
)
PROVINCES = {"04": "suez", "18": "beheira", "13": "sharqia"}
_LOCAL = (
    ("clerk", Role.CLERK, None),
    ("cashier", Role.CASHIER, None),
    ("reviewer", Role.REVIEWER, None),
    ("inspector", Role.INSPECTOR, None),
    ("department", Role.DEPARTMENT_HEAD, None),
    ("head", Role.UNIT_HEAD, None),
    ("archivist", Role.ARCHIVIST, None),
    ("manager", Role.CENTRE_MANAGER, None),
)
_PROVINCIAL = (
    ("auditor", Role.AUDITOR, "{gov}", None),
    ("analyst", Role.ANALYST, "{gov}", None),
    ("heritage", Role.REVIEWER, "{gov}S1", "planning"),
    ("agency", Role.AGENCY_REVIEWER, "civil-defence-{gov}", "civil-defence"),
    ("utilities", Role.AGENCY_REVIEWER, "utilities-{gov}", "utilities"),
)
_ENGINEERS = (Role.REVIEWER, Role.INSPECTOR, Role.DEPARTMENT_HEAD, Role.UNIT_HEAD, Role.AGENCY_REVIEWER)


def local(town: Town) -> list[Member]:
    """The staff of a local unit."""
    return [_member(f"{word}@{town.tag}", town.code, role, department) for word, role, department in _LOCAL]


def provincial(governorate: str) -> list[Member]:
    """Who works for a whole governorate: its seat, its auditor and analyst, the agencies' offices."""
    tag = PROVINCES[governorate]
    return [
        _member(f"{word}@{tag}", unit.format(gov=governorate), role, department)
        for word, role, unit, department in _PROVINCIAL
    ]


def national() -> list[Member]:
    """Who works for the whole country."""
    return [_member("designer", "EG", Role.DESIGNER), _member("administrator", "EG", Role.ADMINISTRATOR)]


def opening_cast() -> list[Member]:
    """Who can be signed in as from the first page on: the country's, and those of the first town and governorate."""
    return [*national(), *local(TOWNS[0]), *provincial(TOWNS[0].governorate)]


def everybody() -> list[Member]:
    """The whole cast, in the order of the sign-in page."""
    locals_ = [member for town in TOWNS for member in local(town)]
    return [*national(), *locals_, *(member for gov in PROVINCES for member in provincial(gov))]


def _member(number: str, unit: str, role: Role, department: str | None = None) -> Member:
    chance = Random(f"staff/{number}")
    title = "م. " if role in _ENGINEERS else ""
    return Member(number, title + names.citizen(chance, woman=chance.random() < 0.45), unit, role, department)
