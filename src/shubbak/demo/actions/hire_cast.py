"""Hire the demo's staff."""

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

from ..troupe import Member

HIRED_DAYS_AGO = 150


def hire_cast(*, members: Iterable[Member]) -> None:
    """Hire these, as of some months ago; whoever is there already stays as she is. All of them or nobody."""
    began = datetime.combine(clock.today() - timedelta(days=HIRED_DAYS_AGO), time(9), clock.CAIRO)
    with clock.held(began), transaction.atomic():
        known = set(Staff.objects.values_list("number", flat=True))
        for member in members:
            if member.number not in known:
                _hire(member)


def _hire(member: Member) -> None:
    staff = hire_staff(by=SYSTEM, number=member.number, name=member.name, unit=member.unit, password=DEMO_PASSWORD)
    for unit, department in member.over:
        grant_role(by=SYSTEM, staff=staff, role=member.role, unit=unit, department=department)
    if needs_second_factor(member.role):
        enrol_totp(by=SYSTEM, staff=staff)
    join_demo_cast(by=SYSTEM, staff=staff)
