"""The named cast: who appears in the stories, the crashes and the journeys, hired by the real actions.

Places are Suez (governorate 04) and its first district (0402); everybody is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shubbak.kernel.actor import SYSTEM, Actor, Role

DISTRICT, SEAT, GOVERNORATE = "0402", "04S1", "04"
PASSWORD = "a-window-is-open-7"


@dataclass(frozen=True)
class Member:
    """One of the staff: staff number, name, and the roles held as (role, unit, department)."""

    number: str
    name: str
    unit: str
    holds: tuple[tuple[Role, str, str | None], ...]


CLERK = Member("clerk@suez", "هدى عبد الرحمن سالم", DISTRICT, ((Role.CLERK, DISTRICT, None),))
CASHIER = Member("cashier@suez", "مصطفى كمال شاهين", DISTRICT, ((Role.CASHIER, DISTRICT, None),))
REVIEWER = Member("reviewer@suez", "م. نرمين فتحي الجندي", DISTRICT, ((Role.REVIEWER, DISTRICT, None),))
INSPECTOR = Member("inspector@suez", "سامح رجب عطية", DISTRICT, ((Role.INSPECTOR, DISTRICT, None),))
CHIEF = Member("chief@suez", "م. إيهاب نصر الدين", DISTRICT, ((Role.DEPARTMENT_HEAD, DISTRICT, None),))
HEAD = Member("head@suez", "م. عادل حسني البدري", DISTRICT, ((Role.UNIT_HEAD, DISTRICT, None),))
ARCHIVIST = Member("archivist@suez", "وفاء جلال منصور", DISTRICT, ((Role.ARCHIVIST, DISTRICT, None),))
CENTRE = Member("centre@suez", "رانيا شوقي عمران", DISTRICT, ((Role.CENTRE_MANAGER, DISTRICT, None),))
AUDITOR = Member("auditor@suez", "مجدي صبري حنا", GOVERNORATE, ((Role.AUDITOR, GOVERNORATE, None),))
ANALYST = Member("analyst@suez", "دينا فؤاد الشاذلي", GOVERNORATE, ((Role.ANALYST, GOVERNORATE, None),))

STAFF = (CLERK, CASHIER, REVIEWER, INSPECTOR, CHIEF, HEAD, ARCHIVIST, CENTRE, AUDITOR, ANALYST)

CITIZEN = {"kind": "citizen", "number": "26001010400028", "name": "سعاد محمود إبراهيم", "mobile": "01000000042"}
INVESTOR = {"kind": "organisation", "number": "104217", "name": "شركة خليج السويس للتوريدات", "mobile": "01000000043"}
_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def national_id(count: int) -> str:
    """The `count`-th invented national id: serials 0000 to 0009, which nobody is given, and a true check digit."""
    birth = date(1960, 1, 1) + timedelta(days=count // 10)
    body = f"{2 if birth.year < 2000 else 3}{birth:%y%m%d}04000{count % 10}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + str((11 - total % 11) % 10)


def hire(*members: Member) -> dict[str, Actor]:
    """Hire these members and give them their roles; the actor each is with her second factor, by staff number."""
    from shubbak.people.actions import enrol_totp, grant_role, hire_staff
    from shubbak.people.queries import actor_of_staff

    for member in members:
        staff = hire_staff(by=SYSTEM, number=member.number, name=member.name, unit=member.unit, password=PASSWORD)
        for role, unit, department in member.holds:
            grant_role(by=SYSTEM, staff=staff, role=role, unit=unit, department=department)
        enrol_totp(by=SYSTEM, staff=staff)
    return {member.number: actor_of_staff(member.number) for member in members}
