"""Centres and staff, so that somebody can sign in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db import transaction

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM
from shubbak.people.actions import enrol_totp, grant_role, hire_staff, join_demo_cast
from shubbak.people.models import Staff
from shubbak.people.rules import needs_second_factor
from shubbak.people.sign_in_settings import DEMO_PASSWORD
from shubbak.places.actions import open_centre
from shubbak.places.queries import unit

from ..troupe import TOWNS, Member, Town, everybody

HIRED_DAYS_AGO = 150


def set_the_stage() -> None:
    """Open the centres and hire the cast, as of some months ago; whoever is there already stays as she is.

    All or nothing, in a few seconds: the sign-in page lists the cast as soon as it is done.
    """
    began = datetime.combine(clock.today() - timedelta(days=HIRED_DAYS_AGO), time(9), clock.CAIRO)
    with clock.held(began), transaction.atomic():
        for town in TOWNS:
            _open(town)
        known = set(Staff.objects.values_list("number", flat=True))
        _hire(member for member in everybody() if member.number not in known)


def _open(town: Town) -> None:
    place = unit(town.code)
    names = {"name_ar": f"المركز التكنولوجي {place.name_ar}", "name_en": f"{place.name_en} Technology Centre"}
    open_centre(by=SYSTEM, unit=town.code, kind="fixed", windows=town.windows, **names)
    if town.van:
        names = {"name_ar": f"السيارة المتنقلة {place.name_ar}", "name_en": f"{place.name_en} Mobile Centre"}
        open_centre(by=SYSTEM, unit=town.code, kind="van", windows=2, **names)


def _hire(members: Iterable[Member]) -> None:
    for member in members:
        staff = hire_staff(by=SYSTEM, number=member.number, name=member.name, unit=member.unit, password=DEMO_PASSWORD)
        grant_role(by=SYSTEM, staff=staff, role=member.role, unit=member.unit, department=member.department)
        if needs_second_factor(member.role):
            enrol_totp(by=SYSTEM, staff=staff)
        join_demo_cast(by=SYSTEM, staff=staff)
