"""A department: the part of a unit that a step or a grant names."""

from __future__ import annotations

from django.db import models


class Department(models.Model):
    """One department, the same key in every unit that has it."""

    key = models.CharField(max_length=40, primary_key=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.key
