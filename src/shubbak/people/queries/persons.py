"""Persons: found by number, shown masked."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.keys import ring
from shubbak.trail.statements import kept_cursor

from .. import identifiers
from ..models import NumberKind, Person, PersonNumber
from ..rules import may_see_numbers_masked

PURPOSE = "people."
"""Every sealed number has its own key: `people.national_id`, `people.mobile` and so on."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as a screen shows her. Numbers are masked, or empty for whoever may not see them at all."""

    id: uuid.UUID
    kind: str
    name: str
    number_kind: str
    number_masked: str
    mobile_masked: str
    email_masked: str
    sex: str
    age: int | None
    check_ok: bool


_COLUMNS = [field.attname for field in Person._meta.concrete_fields]
_CARRIER = f"""
SELECT {", ".join(f"p.{name}" for name in _COLUMNS)}
FROM people_personnumber n JOIN people_person p ON p.id = n.person_id
WHERE n.kind = %s AND n.digest = ANY(%s) LIMIT 1
"""


def person_by_number(*, kind: str, number: str) -> Person | None:
    """The one person with this official number under any live key; one statement. Invalid when it has no such shape."""
    found = identifiers.parse(kind, number)
    digests = [digest.value for digest in ring().digests(found.number, PURPOSE + found.kind)]
    with kept_cursor() as cursor:
        cursor.execute(_CARRIER, [str(found.kind), digests])
        row = cursor.fetchone()
    return Person.from_db(connection.alias, _COLUMNS, row) if row else None


def carries(kind: str, number: str) -> Q:
    """Persons with this number in its normal form, whichever live key digested it."""
    digests = ring().digests(number, PURPOSE + kind)
    return Q(numbers__kind=kind, numbers__digest__in=[digest.value for digest in digests])


def has_numbers_under_an_older_key() -> bool:
    """Whether the ring was turned and numbers wait to be carried over."""
    return PersonNumber.objects.filter(key_version__lt=ring().newest).exists()


def with_numbers() -> QuerySet[Person]:
    """Persons with their numbers: one statement more for any count of persons."""
    return Person.objects.prefetch_related(Prefetch("numbers", PersonNumber.objects.order_by("id")))


def person_view(by: Actor, person: Person) -> PersonView:
    """A person masked for this actor; one statement, or none when she came from `with_numbers`."""
    official = next((n for n in _numbers(person) if n.kind != NumberKind.MOBILE), None)
    plain = opened(official) if official else ""
    national = identifiers.parse_national_id(plain) if official and official.kind == NumberKind.NATIONAL_ID else None
    shown = may_see_numbers_masked(by)
    return PersonView(
        id=person.pk,
        kind=person.kind,
        name=person.name,
        number_kind=official.kind if official else "",
        number_masked=identifiers.masked(official.kind, plain) if official and shown else "",
        mobile_masked=identifiers.masked(NumberKind.MOBILE, mobile) if shown and (mobile := mobile_of(person)) else "",
        email_masked=_email_masked(person) if shown else "",
        sex=national.sex if national else "",
        age=national.age(clock.today()) if national else None,
        check_ok=official.check_ok if official else True,
    )


def opened(number: PersonNumber) -> str:
    """An official number in the clear: for actions that reveal it, and for the masks above."""
    return ring().open_text(bytes(number.sealed or b""), PURPOSE + number.kind)


def mobile_of(person: Person) -> str:
    """Her mobile in the clear, or nothing: for sending her a message, and for the masks above."""
    return ring().open_text(bytes(person.mobile_sealed), PURPOSE + NumberKind.MOBILE) if person.mobile_sealed else ""


def email_of(person: Person) -> str:
    """Her e-mail in the clear, or nothing."""
    return ring().open_text(bytes(person.email_sealed), PURPOSE + "email") if person.email_sealed else ""


def _numbers(person: Person) -> list[PersonNumber]:
    return sorted(person.numbers.all(), key=lambda number: number.pk)


def _email_masked(person: Person) -> str:
    name, at, host = email_of(person).partition("@")
    return f"{name[:1]}••••{at}{host}" if at else ""
