"""A file somebody handed in."""

from __future__ import annotations

from django.db import models

from shubbak.kernel import clock
from shubbak.kernel.ids import uuid7

MEDIA_TYPES = ("application/pdf", "image/jpeg", "image/png")


class Upload(models.Model):
    """A file as it was kept after inspection: `sha256` (hex) and `size` (bytes) are of what is kept, not of what came.

    It is its owner's alone until a case takes it; untaken, it is purged a day after it came.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sha256 = models.CharField(max_length=64, db_collation="C")
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=20)
    pages = models.PositiveSmallIntegerField(default=1)
    original_name_sealed = models.BinaryField()
    owner_id = models.UUIDField()
    uploaded_at = models.DateTimeField(default=clock.now)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(media_type__in=MEDIA_TYPES), name="documents_upload_media_type"),
            models.CheckConstraint(condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="documents_upload_sha256"),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="documents_upload_content"),
            models.Index(
                fields=["uploaded_at"], condition=models.Q(taken_at__isnull=True), name="documents_upload_untaken"
            ),
        ]

    def __str__(self) -> str:
        return f"upload {self.id}"
