"""A member of staff and the roles she holds."""

from __future__ import annotations

from django.db import models

from shubbak.kernel import clock
from shubbak.kernel.actor import Role
from shubbak.kernel.ids import uuid7

ROLES = [(role.value, role.value) for role in Role]


class Staff(models.Model):
    """A member of staff, known by her number (`clerk@suez`); `unit` is where she belongs, not what she may do."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.OneToOneField("people.Account", models.PROTECT, null=True, related_name="staff")
    number = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    unit = models.ForeignKey("places.Unit", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.number


class Holding(models.Model):
    """A role held over a unit and all below it, in one department or in all (null).

    In force from `since` up to but without `until`: a role ended today is gone at the next request.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="holdings")
    role = models.CharField(max_length=20, choices=ROLES)
    unit = models.ForeignKey("places.Unit", models.PROTECT, related_name="+")
    department = models.ForeignKey("places.Department", models.PROTECT, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    granted_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["role", "unit"], name="holding_role_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "role", "unit", "department"],
                condition=models.Q(until=None),
                nulls_distinct=False,
                name="holding_held_once",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="holding_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}@{self.unit_id}"
