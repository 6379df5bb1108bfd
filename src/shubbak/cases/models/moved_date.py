"""A date we gave, or the law gives, that was moved."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shubbak.kernel.ids import uuid7


class MovedDate(models.Model):
    """One move of a case's promised date or of its limit of law; never changed.

    `limit` is the limit that moved it, `why` what is told of it, `act` what was done on the case then (none when the
    calendar itself changed). Without `before` the limit began late, without `after` its beginning was undone.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, db_index=False, related_name="moved_dates")
    act = models.ForeignKey("cases.Act", on_delete=models.CASCADE, null=True, db_index=False, related_name="+")
    kind = models.CharField(max_length=8)
    limit = models.CharField(max_length=64)
    before = models.DateField(null=True)
    after = models.DateField(null=True)
    why_ar = models.TextField()
    why_en = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["promise", "law"]), name="cases_moved_date_kind"),
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False), name="cases_moved_date_moves"
            ),
        ]
        indexes = [models.Index(fields=["case", "at"], name="cases_moved_date_case")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}: {self.before} to {self.after}"
