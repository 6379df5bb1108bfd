"""Correct a person's name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import fold
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Person
from ..names import kept_name
from ..rules import may_register_people


@whole
def correct_name(*, by: Actor, person: Person, name: str) -> None:
    """Her name as the card has it. The trail keeps a commitment to the earlier name, never the name."""
    if not may_register_people(by):
        raise NotThere("person", _("There is no such person."))
    name = kept_name(name)
    earlier = Person.objects.select_for_update().get(pk=person.pk).name
    Person.objects.filter(pk=person.pk).update(name=name, name_folded=fold(name))
    facts = {"earlier": ring().digest(earlier, "people.name").value}
    record(by=by, act="people.name_corrected", subject="person", subject_id=person.pk, facts=facts)
    person.name, person.name_folded = name, fold(name)
