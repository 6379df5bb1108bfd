"""A person: a citizen, a foreigner or an organisation, one record in the whole country, found again by its numbers."""

from __future__ import annotations

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models

from shubbak.kernel import clock
from shubbak.kernel.ids import uuid7


class PersonKind(models.TextChoices):
    """What a person is in law."""

    CITIZEN = "citizen"
    FOREIGNER = "foreigner"
    ORGANISATION = "organisation"


class NumberKind(models.TextChoices):
    """The numbers a person is found by."""

    NATIONAL_ID = "national_id"
    PASSPORT = "passport"
    COMMERCIAL_REGISTER = "commercial_register"
    TAX_NUMBER = "tax_number"
    MOBILE = "mobile"


class Person(models.Model):
    """One person. The name is searched by its folded form; mobile and e-mail are sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=12, choices=PersonKind.choices)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200, db_collation="C")
    mobile_sealed = models.BinaryField(null=True)
    email_sealed = models.BinaryField(null=True)
    language = models.CharField(max_length=2, default="ar")
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.UUIDField(default=uuid.UUID(int=0))

    class Meta:
        indexes = [
            models.Index(fields=["name_folded", "id"], name="person_name_folded"),
            GinIndex(SearchVector("name_folded", config="simple"), name="person_name_words"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PersonNumber(models.Model):
    """A number of a person: sealed, and found by a keyed digest that names the version of its key.

    An official number belongs to one person only; a mobile may be shared, and its sealed form stands on the person.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="numbers")
    kind = models.CharField(max_length=20, choices=NumberKind.choices)
    key_version = models.PositiveSmallIntegerField()
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField(null=True)
    check_ok = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["digest"], name="person_number_digest"),
            models.Index(fields=["key_version"], name="person_number_key_version"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key_version", "digest"],
                condition=~models.Q(kind=NumberKind.MOBILE),
                name="person_number_belongs_to_one",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(kind=NumberKind.MOBILE), name="person_has_one_mobile"
            ),
            models.CheckConstraint(
                condition=models.Q(kind=NumberKind.MOBILE) | models.Q(sealed__isnull=False),
                name="person_number_is_sealed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
