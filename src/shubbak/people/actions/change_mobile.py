"""Change a person's mobile."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import identifiers
from ..models import NumberKind, Person, PersonNumber
from ..rules import may_register_people

_PURPOSE = "people.mobile"


@whole
def change_mobile(*, by: Actor, person: Person, mobile: str) -> None:
    """Her mobile from now on; Invalid when it is no Egyptian mobile. The earlier one is gone, not kept."""
    if not may_register_people(by):
        raise NotThere("person", _("There is no such person."))
    number = identifiers.parse_mobile(mobile)
    sealed, digest = ring().seal_text(number, _PURPOSE), ring().digest(number, _PURPOSE)
    if not Person.objects.filter(pk=person.pk).update(mobile_sealed=sealed):
        raise NotThere("person", _("There is no such person."))
    values = {"key_version": digest.version, "digest": digest.value}
    PersonNumber.objects.update_or_create(person=person, kind=NumberKind.MOBILE, defaults=values)
    record(by=by, act="people.mobile_changed", subject="person", subject_id=person.pk)
    person.mobile_sealed = sealed
