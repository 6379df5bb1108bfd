"""An answer already given to a request that carried an idempotency key."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class StoredAnswer(models.Model):
    """Who asked and under which key only as a digest; the answer itself sealed under the key ring."""

    digest = models.BinaryField(max_length=32, primary_key=True)
    fingerprint = models.BinaryField(max_length=32)
    status = models.SmallIntegerField()
    media_type = models.CharField(max_length=64)
    body_sealed = models.BinaryField()
    stored_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "trail_answer"
        indexes = [models.Index(fields=["stored_at"], name="trail_answer_age")]

    def __str__(self) -> str:
        return bytes(self.digest).hex()[:12]
