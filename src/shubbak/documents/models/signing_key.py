"""The public half of a key that signs papers."""

from __future__ import annotations

from django.db import models

from ..states import KeyStatus


class SigningKey(models.Model):
    """What the key list says of a key. The private half is a file of mode 0600 in `SHUBBAK_HOME/secrets`.

    `use` is "root" (signs key lists), or "paper" (signs papers and status lists). Signatures dated outside
    `not_before`..`not_after`, or from `bad_since` on, are not believed.
    """

    kid = models.BinaryField(primary_key=True, max_length=8)
    spki = models.BinaryField(unique=True)
    use = models.CharField(max_length=5, choices=[("root", "root"), ("paper", "paper")])
    not_before = models.DateTimeField()
    not_after = models.DateTimeField()
    status = models.CharField(max_length=12, default=KeyStatus.ACTIVE, choices=[(s, s) for s in KeyStatus])
    bad_since = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(use__in=["root", "paper"]), name="documents_key_use"),
            models.CheckConstraint(condition=models.Q(status__in=list(KeyStatus)), name="documents_key_status"),
            models.CheckConstraint(
                condition=models.Q(status=KeyStatus.ACTIVE, bad_since=None)
                | models.Q(status=KeyStatus.COMPROMISED, bad_since__isnull=False),
                name="documents_key_bad_since",
            ),
        ]

    def __str__(self) -> str:
        return bytes(self.kid).hex()
