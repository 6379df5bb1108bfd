"""What is known of a governorate beside its unit."""

from __future__ import annotations

from django.db import models


class Governorate(models.Model):
    """A governorate's standard code and capital. Its key is its unit, `04`, the same code that national ids carry."""

    unit = models.OneToOneField("places.Unit", models.PROTECT, primary_key=True, related_name="+")
    iso = models.CharField(max_length=6, unique=True)
    capital_ar = models.CharField(max_length=60)
    capital_en = models.CharField(max_length=60)
    region_ar = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.iso
