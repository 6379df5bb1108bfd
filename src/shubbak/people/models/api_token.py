"""A bearer token of a named member of staff."""

from __future__ import annotations

from django.db import models

from shubbak.kernel import clock
from shubbak.kernel.ids import uuid7


class ApiToken(models.Model):
    """Only the token's SHA-256 is kept: the token is 256 random bits, so that a digest without a key is enough."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff = models.ForeignKey("people.Staff", models.CASCADE, related_name="+")
    digest = models.BinaryField(max_length=32, unique=True)
    label = models.CharField(max_length=80, blank=True, default="")
    assurance = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.UUIDField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)
