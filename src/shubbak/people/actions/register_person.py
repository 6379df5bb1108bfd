"""Register a person, or find the record there already is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import fold
from shubbak.kernel.ids import uuid7
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import Fault, NotThere, Refusal
from shubbak.trail.actions import record
from shubbak.trail.statements import kept_cursor
from shubbak.trail.whole import whole

from .. import identifiers, queries
from ..models import NumberKind, Person
from ..names import kept_name
from ..rules import may_register_people

_INSERT = """
WITH official AS (
    INSERT INTO people_personnumber (id, person_id, kind, key_version, digest, sealed, check_ok)
    VALUES (%(number_id)s, %(id)s, %(number_kind)s, %(version)s, %(digest)s, %(sealed)s, %(check_ok)s)
    ON CONFLICT DO NOTHING RETURNING person_id
), mobile AS (
    INSERT INTO people_personnumber (id, person_id, kind, key_version, digest, check_ok)
    SELECT %(mobile_id)s::uuid, person_id, 'mobile', %(version)s::int, %(mobile_digest)s::bytea, true
    FROM official WHERE %(mobile_digest)s::bytea IS NOT NULL
)
INSERT INTO people_person (id, kind, name, name_folded, mobile_sealed, language, created_at, created_by)
SELECT person_id, %(kind)s, %(name)s, %(folded)s, %(mobile_sealed)s, 'ar', %(now)s, %(by)s FROM official
RETURNING id
"""


def register_person(
    *, by: Actor, kind: str, number: str, name: str, mobile: str = "", accept_check_digit: bool = False
) -> Person:
    """The one record of this person: the one there is (with nothing changed in it), or a new one.

    `kind` is a kind of person (`citizen`, `foreigner`, `organisation`) or of number. Invalid names what cannot be;
    a wrong check digit is a Refusal `check_digit` that `accept_check_digit=True` answers. One statement finds her; two
    more, in a transaction of their own or the caller's, make her.
    """
    if not may_register_people(by):
        raise NotThere("people", _("There is no such page."))
    found = identifiers.parse(kind, number)
    person = queries.person_by_number(kind=found.kind, number=found.number)
    if person is not None:
        return person
    if not found.check_ok and not accept_check_digit:
        raise _check_digit()
    return _insert(by, found, kept_name(name), identifiers.parse_mobile(mobile) if mobile.strip() else "")


@whole
def _insert(by: Actor, found: identifiers.Identifier, name: str, mobile: str) -> Person:
    person = Person(id=uuid7(), kind=found.holder, name=name, name_folded=fold(name), created_at=clock.now())
    person.created_by = by.id
    person.mobile_sealed = ring().seal_text(mobile, "people.mobile") if mobile else None
    with kept_cursor() as cursor:
        cursor.execute(_INSERT, {**_person_row(person), **_number_rows(found, mobile)})
        was_new = cursor.fetchone() is not None
    if not was_new:
        return Person.objects.get(queries.carries(found.kind, found.number))
    facts = {"kind": person.kind, "number_kind": found.kind, "check_ok": found.check_ok}
    record(by=by, act="people.person_registered", subject="person", subject_id=person.pk, facts=facts)
    return person


def _person_row(person: Person) -> dict[str, Any]:
    return {
        "id": person.pk,
        "kind": person.kind,
        "name": person.name,
        "folded": person.name_folded,
        "mobile_sealed": person.mobile_sealed,
        "now": person.created_at,
        "by": person.created_by,
    }


def _number_rows(found: identifiers.Identifier, mobile: str) -> dict[str, Any]:
    purpose = f"people.{found.kind}"
    digest = ring().digest(found.number, purpose)
    return {
        "number_id": uuid7(),
        "number_kind": found.kind,
        "version": digest.version,
        "digest": digest.value,
        "sealed": ring().seal_text(found.number, purpose),
        "check_ok": found.check_ok,
        "mobile_id": uuid7(),
        "mobile_digest": ring().digest(mobile, f"people.{NumberKind.MOBILE.value}").value if mobile else None,
    }


def _check_digit() -> Refusal:
    message = _(
        "The last digit does not fit the others. Read the number again from the card; if it is right, confirm it."
    )
    return Refusal("check_digit", message, faults=[Fault("number", "check_digit", message)])
