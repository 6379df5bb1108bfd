"""An account: what signs in. It belongs to at most one person and one member of staff."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from shubbak.kernel import clock
from shubbak.kernel.ids import uuid7


class Language(models.TextChoices):
    """The language an account reads."""

    ARABIC = "ar"
    ENGLISH = "en"


class Account(AbstractBaseUser):
    """Signs in by `username`: a staff number (`clerk@suez`) or a citizen's handle. Holds no right of its own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(max_length=80, unique=True)
    person = models.OneToOneField("people.Person", models.PROTECT, null=True, related_name="+")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ARABIC)
    created_at = models.DateTimeField(default=clock.now)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = BaseUserManager["Account"]()

    def __str__(self) -> str:
        return self.username
