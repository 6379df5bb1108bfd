"""Carry the numbers of people over to the newest key."""

from __future__ import annotations

from django.db import connection

from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import queries
from ..models import NumberKind, Person, PersonNumber

_NUMBERS = """
UPDATE people_personnumber AS n SET key_version = %s, digest = v.digest, sealed = v.sealed
FROM unnest(%s::uuid[], %s::bytea[], %s::bytea[]) AS v (id, digest, sealed) WHERE n.id = v.id
"""
_PERSONS = """
UPDATE people_person AS p SET mobile_sealed = v.mobile, email_sealed = v.email
FROM unnest(%s::uuid[], %s::bytea[], %s::bytea[]) AS v (id, mobile, email) WHERE p.id = v.id
"""


@whole
def redigest_numbers(*, by: Actor, batch: int = 1000) -> int:
    """Seal and digest up to `batch` numbers anew, and say how many: 0 when every number is under the newest key.

    Look-ups keep working all the while, for they try every live version; rows somebody else holds wait for the next
    batch. Afterwards the older versions may be retired.
    """
    if by.kind is not ActorKind.SYSTEM:
        raise NotThere("keys", "")
    old = PersonNumber.objects.filter(key_version__lt=ring().newest).select_related("person")
    rows = list(old.select_for_update(skip_locked=True, of=("self",)).order_by("key_version", "id")[:batch])
    if not rows:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [ring().newest, *_columns([_number(row) for row in rows])])
        persons = {row.person_id: row.person for row in rows}.values()
        cursor.execute(_PERSONS, _columns([_person(person) for person in persons]))
    facts = {"count": len(rows), "key_version": ring().newest}
    record(by=by, act="people.numbers_redigested", subject="keys", subject_id=None, facts=facts)
    return len(rows)


def _number(row: PersonNumber) -> tuple[object, bytes, bytes | None]:
    purpose = f"people.{row.kind}"
    if row.kind == NumberKind.MOBILE:
        return row.pk, ring().digest(queries.mobile_of(row.person), purpose).value, None
    plain = queries.opened(row)
    return row.pk, ring().digest(plain, purpose).value, ring().seal_text(plain, purpose)


def _person(person: Person) -> tuple[object, bytes | None, bytes | None]:
    mobile, email = queries.mobile_of(person), queries.email_of(person)
    return (
        person.pk,
        ring().seal_text(mobile, "people.mobile") if mobile else None,
        ring().seal_text(email, "people.email") if email else None,
    )


def _columns(rows: list[tuple[object, bytes | None, bytes | None]]) -> list[list[object]]:
    return [list(column) for column in zip(*rows, strict=True)]
