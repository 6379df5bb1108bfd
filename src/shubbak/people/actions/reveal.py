"""See a number in full."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import queries
from ..models import NumberKind, Person
from ..rules import may_reveal


@whole
def reveal(*, by: Actor, person: Person, field: str) -> str:
    """One field in the clear: `number` (the official one), `mobile` or `email`; each look leaves a trail row.

    NotThere when she has no such field or this actor may not see it: the two are answered alike.
    """
    value = _value(person, field) if may_reveal(by) else ""
    if not value:
        raise NotThere("field", _("There is nothing to show."))
    record(by=by, act="people.revealed", subject="person", subject_id=person.pk, facts={"field": field})
    return value


def _value(person: Person, field: str) -> str:
    if field == "mobile":
        return queries.mobile_of(person)
    if field == "email":
        return queries.email_of(person)
    if field != "number":
        return ""
    number = person.numbers.exclude(kind=NumberKind.MOBILE).order_by("id").first()
    return queries.opened(number) if number else ""
