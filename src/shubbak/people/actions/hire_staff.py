"""Hire a member of staff."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import latin_digits, visible
from shubbak.kernel.refusal import Fault, Invalid, NotThere
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Account, Staff
from ..rules import may_run_staff


@whole
def hire_staff(*, by: Actor, number: str, name: str, unit: str, password: str, language: str = "ar") -> Staff:
    """A new member of staff with an account she signs in to by `number`; she holds no role yet.

    Invalid when the number is taken or the password is weak; NotThere when the unit is outside the actor's grants.
    """
    place = places.unit(unit)
    if not may_run_staff(by, place.path):
        raise NotThere("unit", _("There is no unit with this code. Choose one from the list."))
    number = latin_digits(number).strip().lower()
    _check(number, name, password)
    account = Account(username=number, password=make_password(password), language=language)
    staff = Staff(account=account, number=number, name=" ".join(visible(name).split()), unit_id=place.code)
    account.save(force_insert=True)
    staff.save(force_insert=True)
    facts = {"number": number}
    record(by=by, act="people.staff_hired", subject="staff", subject_id=staff.pk, unit=place.code, facts=facts)
    return staff


def _check(number: str, name: str, password: str) -> None:
    if not number or not visible(name) or Account.objects.filter(username=number).exists():
        message = _("Give a name, and a staff number that nobody has yet.")
        raise Invalid("staff_number", message, faults=[Fault("number", "staff_number", message)])
    try:
        validate_password(password, Account(username=number))
    except ValidationError as weak:
        faults = [Fault("password", "password", message) for message in weak.messages]
        raise Invalid("password", _("Choose a longer, less common password."), faults=faults) from None
