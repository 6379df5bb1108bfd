"""A place that offers services or decides: one tree of local government, one of outside agencies."""

from __future__ import annotations

from django.db import models


class UnitKind(models.TextChoices):
    """What a unit is; services name the kinds that offer them."""

    ROOT = "root"
    GOVERNORATE = "governorate"
    SEAT = "seat"
    DISTRICT = "district"
    CITY = "city"
    MARKAZ = "markaz"
    NEW_CITY = "new_city"
    AGENCY = "agency"
    AGENCY_OFFICE = "agency_office"


class Unit(models.Model):
    """A unit and where it stands.

    `path` names every unit above and ends with a slash (`EG/04/0402/`, `AG/civil-defence/04/`), so that "inside" is a
    plain prefix and one index range.
    """

    code = models.CharField(max_length=40, primary_key=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=UnitKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    governorate = models.CharField(max_length=2, blank=True, default="")
    path = models.CharField(max_length=120, unique=True, db_collation="C")

    class Meta:
        indexes = [models.Index(fields=["governorate", "kind"], name="unit_governorate_kind")]
        constraints = [
            models.CheckConstraint(condition=models.Q(path__endswith="/"), name="unit_path_ends_with_slash"),
            models.CheckConstraint(
                condition=models.Q(kind=UnitKind.ROOT, parent=None) | models.Q(parent__isnull=False),
                name="unit_only_a_root_has_no_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.code
